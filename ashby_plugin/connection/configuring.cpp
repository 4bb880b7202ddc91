#include "connection/configuring.hpp"

#include "connection/key_check.hpp"
#include "connection/offered_settings.hpp"
#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/settings.hpp"
#include "hires/work/deferred_tasks.hpp"
#include "hires/work/reconciliation.hpp"
#include "integration/describe_json.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Code;
using integration::Commit;
using integration::Failure;
using integration::Op;

// Commits a settings change together with its line in the activity.
template <class Change>
void change(Call& call, Change apply) {
  untilCommitted([&]() -> std::optional<bool> {
    const std::int64_t now = call.clock().now();
    auto kept = load<Settings>(call.store(), keys::kSettings);
    Commit commit;
    const std::string what = apply(kept.value, commit, now);
    if (what.empty()) return true;
    commit.ops.push_back(Op::put(keys::kSettings, encode(kept.value)).ifVersion(kept.entry.version));
    commit.ops.push_back(record(call, now, {"settings", "ok", what, {}, {}, 1, {}}));
    return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
}

// Why nothing was saved, in one line.
std::string reasonOf(const integration::Error& error) {
  std::string reason = error.message;
  for (const integration::Issue& issue : error.issues) reason += "; " + issue.message;
  return reason;
}

// A key that isn't taken leaves nothing behind but a line of the activity.
void tryKey(Call& call, AshbySession& session) {
  try {
    Client client(call, session);
    checkKey(client);
  } catch (const Failure& refused) {
    Commit commit;
    commit.ops.push_back(
        record(call, call.clock().now(), {"settings", "failed", reasonOf(refused.error()), {}, {}, 1, {}}));
    (void)call.store().commit(commit);
    throw;
  }
}

void setDefaultImportFrom(Settings& settings) {
  if (!settings.importFrom) settings.importFrom = integration::formatDate(settings.firstEnabledAt);
}

}  // namespace

void configure(Call& call, AshbySession& session, std::string_view text) {
  const OfferedSettings offered = readOffered(text);
  if (offered.apiKey.present) tryKey(call, session);
  session.answers.forget();
  change(call, [&](Settings& settings, Commit& commit, std::int64_t now) -> std::string {
    const std::int64_t countedFrom = settings.countsFrom();
    const std::optional<Scope> scopeBefore = settings.chosen().scope;
    if (offered.importFrom.present) {
      settings.importFrom = offered.importFrom.value;
      if (settings.firstEnabledAt != 0) setDefaultImportFrom(settings);
    }
    if (offered.keepDiscardedDays.present) settings.keepDiscardedDays = offered.keepDiscardedDays.value;
    const ImportSettings before = settings.chosen();
    if (ImportSettings wanted = withOffered(before, offered); wanted != before) {
      settings.choices = std::move(wanted);
      scheduleRefresh(commit, now);
    }
    if (settings.countsFrom() != countedFrom || settings.chosen().scope != scopeBefore)
      scheduleRejudging(commit, now);
    if (settings.countsFrom() < countedFrom)
      requestSweep(call, commit, now, SweepReason::importFromEarlier);
    else if (offered.apiKey.present)
      requestSweep(call, commit, now, SweepReason::asked);
    if (!offered.apiKey.present) return "settings saved";
    settings.keyAcceptedAt = now;
    // Work that waited for a key is due now.
    commit.ops.push_back(Op::put(keys::kWorkFacts, encode([&] {
                                   WorkFacts facts = load<WorkFacts>(call.store(), keys::kWorkFacts).value;
                                   facts.trouble.clear();
                                   facts.troubleText.clear();
                                   facts.pausedUntil = 0;
                                   facts.attempts = 0;
                                   return facts;
                                 }())));
    return "the API key was accepted";
  });
}

void enable(Call& call) {
  change(call, [&](Settings& settings, Commit& commit, std::int64_t now) -> std::string {
    if (settings.enabled) return "";
    settings.enabled = true;
    if (settings.firstEnabledAt == 0) settings.firstEnabledAt = now;
    setDefaultImportFrom(settings);
    requestSweep(call, commit, now, SweepReason::asked);
    return "enabled";
  });
}

void disable(Call& call) {
  change(call, [](Settings& settings, Commit&, std::int64_t) -> std::string {
    if (!settings.enabled) return "";
    settings.enabled = false;
    return "disabled";
  });
}

void requestSync(Call& call) {
  untilCommitted([&]() -> std::optional<bool> {
    Commit commit;
    const std::int64_t now = call.clock().now();
    requestSweep(call, commit, now, SweepReason::asked);
    scheduleRejudging(commit, now);
    return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
}

}  // namespace ashby
