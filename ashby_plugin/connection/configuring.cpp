#include "connection/configuring.hpp"

#include "connection/key_check.hpp"
#include "hires/activity.hpp"
#include "hires/later.hpp"
#include "hires/ledger.hpp"
#include "hires/settings.hpp"
#include "hires/sweep.hpp"
#include "integration/describe_json.hpp"
#include "integration/time.hpp"

namespace ashby {

// Each of them as it is to be from now on; null is the default again.
struct OfferedSettings {
  integration::Patch<std::string> apiKey, importFrom;
  integration::Patch<std::map<std::string, bool>> fields;
  integration::Patch<std::map<std::string, std::vector<std::string>>> sources;
  integration::Patch<std::map<std::string, std::map<std::string, std::string>>> values;
  integration::Patch<std::string> payPeriod, phoneRegion, managerRole;
  integration::Patch<Scope> scope;
  integration::Patch<std::uint32_t> keepDiscardedDays;
};
BOOST_DESCRIBE_STRUCT(OfferedSettings, (),
                      (apiKey, importFrom, fields, sources, values, payPeriod, phoneRegion, managerRole,
                       scope, keepDiscardedDays))

namespace {

using integration::Call;
using integration::Code;
using integration::Commit;
using integration::Failure;
using integration::Op;

constexpr std::uint32_t kMostDaysKept = 365;

template <class T, class U>
void take(const integration::Patch<T>& offered, U& into) {
  if (!offered.present) return;
  if constexpr (std::is_same_v<U, std::optional<T>>)
    into = offered.value;
  else
    into = offered.value.value_or(T{});
}

Choices chosen(Choices choices, const OfferedSettings& offered) {
  take(offered.fields, choices.fields);
  take(offered.sources, choices.sources);
  take(offered.values, choices.values);
  take(offered.payPeriod, choices.payPeriod);
  take(offered.phoneRegion, choices.phoneRegion);
  take(offered.managerRole, choices.managerRole);
  take(offered.scope, choices.scope);
  return choices;
}

void check(const OfferedSettings& offered) {
  std::vector<integration::Issue> issues;
  if (offered.apiKey.present && !offered.apiKey.value)
    issues.push_back(
        {"apiKey", "required", "a key can be replaced, not removed: disable the connection instead"});
  if (offered.importFrom.value && !integration::parseDate(*offered.importFrom.value))
    issues.push_back({"importFrom", "invalid", "write the date as YYYY-MM-DD, such as 2026-11-23"});
  if (offered.keepDiscardedDays.value && *offered.keepDiscardedDays.value > kMostDaysKept)
    issues.push_back({"keepDiscardedDays", "invalid", "at most 365 days"});
  for (integration::Issue& issue : choiceIssues(chosen(Choices{}, offered)))
    issues.push_back(std::move(issue));
  if (!issues.empty())
    throw Failure(Code::invalidArgument, "the settings can't be saved: see each one", issues);
}

// One settings change, with the line of the activity that tells of it.
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
void tryKey(Call& call, Link& link) {
  try {
    Client client(call, link);
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

void configure(Call& call, Link& link, std::string_view text) {
  const auto offered =
      integration::fromJsonText<OfferedSettings>(text, "the settings", integration::UnknownMembers::refused);
  check(offered);
  if (offered.apiKey.present) tryKey(call, link);
  link.answers.forget();
  change(call, [&](Settings& settings, Commit& commit, std::int64_t now) -> std::string {
    if (offered.importFrom.present) {
      settings.importFrom = offered.importFrom.value;
      if (settings.firstEnabledAt != 0) setDefaultImportFrom(settings);
    }
    take(offered.keepDiscardedDays, settings.keepDiscardedDays);
    const Choices before = settings.chosen();
    if (Choices wanted = chosen(before, offered); wanted != before) {
      settings.choices = std::move(wanted);
      planRefresh(commit, now);
    }
    if (!offered.apiKey.present) return "settings saved";
    settings.keyAcceptedAt = now;
    // What waited for a key is due now.
    commit.ops.push_back(Op::put(keys::kWorkFacts, encode([&] {
                                   WorkFacts facts = load<WorkFacts>(call.store(), keys::kWorkFacts).value;
                                   facts.trouble.clear();
                                   facts.troubleText.clear();
                                   facts.pausedUntil = 0;
                                   facts.attempts = 0;
                                   return facts;
                                 }())));
    requestSweep(call, commit, now, SweepReason::asked);
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
    requestSweep(call, commit, call.clock().now(), SweepReason::asked);
    return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
}

}  // namespace ashby
