// Everything that a running host consists of below its HTTP API, in the order in which it is made.
#pragma once

#include "data/audit.hpp"
#include "data/connections.hpp"
#include "data/database.hpp"
#include "data/handled.hpp"
#include "data/lists.hpp"
#include "data/member_drafts.hpp"
#include "data/member_forms.hpp"
#include "data/outbox.hpp"
#include "data/people.hpp"
#include "data/sessions.hpp"
#include "data/users.hpp"
#include "data/vault.hpp"
#include "data/wakes.hpp"
#include "hosting/catalog.hpp"
#include "hosting/crash_watch.hpp"
#include "hosting/log.hpp"
#include "hosting/mail/mail_health.hpp"
#include "hosting/plugin_reporter.hpp"
#include "hosting/system_tools.hpp"
#include "integration/host/process_guard.hpp"
#include "net/egress.hpp"
#include "net/metrics.hpp"

namespace host_stub {

struct PlatformOptions {
  std::filesystem::path plugins, data;
  KeySource sealingKey;
  std::vector<Route> routes;
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
  Wakes wakes;
  Connections connections;
  Handled handled;
  Lists lists;
  Notices notices;
  Outbox outbox;
  People people;
  MemberDrafts memberDrafts;
  MemberForms memberForms;
  Audit audit;
  Egress egress;
  const std::shared_ptr<PluginReporter> reporter;
  integration::ProcessGuard processGuard;  // before any code of a plugin
  Catalog catalog;
};

}  // namespace host_stub
