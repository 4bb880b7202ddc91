// Everything that a running host consists of below its HTTP API, in the order in which it is made.
#pragma once

#include "accounts/sessions.hpp"
#include "accounts/users.hpp"
#include "hosting/catalog.hpp"
#include "hosting/connections/connections.hpp"
#include "hosting/crashes/crash_watch.hpp"
#include "hosting/mail/mail_health.hpp"
#include "hosting/plugin_reporter.hpp"
#include "integration/host/process_guard.hpp"
#include "net/client/egress.hpp"
#include "net/server/metrics.hpp"
#include "people/company_lists.hpp"
#include "people/member_drafts.hpp"
#include "people/member_forms.hpp"
#include "people/members.hpp"
#include "records/audit.hpp"
#include "records/outbox.hpp"
#include "records/processed_ids.hpp"
#include "secrets/vault.hpp"
#include "services/log.hpp"
#include "services/system_clock.hpp"
#include "storage/database.hpp"
#include "storage/work_schedule.hpp"

namespace host_stub {

struct PlatformOptions {
  std::filesystem::path plugins, data;
  KeySource sealingKey;
  std::vector<OriginOverride> routes;
  std::string caFile;
  std::string ignoredProxy;  // as in EgressOptions
  bool unload = false;       // plugins are unmapped when nothing uses them any more
};

// Each part is thread-safe. Throws DataError and Failure while it is made.
struct Platform {
  Platform(const PlatformOptions& options, LogWriter& logWriter)
      : log(logWriter),
        database(options.data),
        crashes(options.data, log),
        users(options.data),
        sessions(options.data),
        vault(database, options.sealingKey),
        wakes(database),
        connections(database),
        handled(database),
        lists(database),
        notices(database),
        outbox(database),
        people(database),
        memberDrafts(database),
        memberForms(database),
        audit(database),
        egress([&] {
          EgressOptions egressOptions;
          egressOptions.routes = options.routes;
          egressOptions.caFile = options.caFile;
          egressOptions.ignoredProxy = options.ignoredProxy;
          return egressOptions;
        }()),
        reporter(std::make_shared<PluginReporter>(
            log, metrics, [this](const integration::PluginCall& call) { crashes.endForHungLoad(call); })),
        processGuard([this](const auto& change, const auto& ran) { reporter->processChanged(change, ran); }),
        catalog(
            options.plugins,
            options.unload ? integration::Unload::whenUnused : integration::Unload::keepMapped,
            [this](const std::string& id) { return crashes.leftOut(id); }, log, reporter) {}

  LogWriter& log;
  SystemClock clock;
  SystemRandom random;
  Metrics metrics;
  MailHealth mailHealth;
  Database database;
  CrashWatch crashes;  // after the database: its folder is locked
  Users users;
  Sessions sessions;
  Vault vault;
  WorkSchedule wakes;
  Connections connections;
  ProcessedIds handled;
  Lists lists;
  Notices notices;
  Outbox outbox;
  Members people;
  MemberDrafts memberDrafts;
  MemberForms memberForms;
  Audit audit;
  Egress egress;
  const std::shared_ptr<PluginReporter> reporter;
  integration::ProcessGuard processGuard;  // before any code of a plugin
  Catalog catalog;
};

}  // namespace host_stub
