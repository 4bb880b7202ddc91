#include "hires/importing/import_outcomes.hpp"

#include "hires/importing/kept_terms.hpp"
#include "hires/records/activity.hpp"
#include "hires/records/source_merge.hpp"
#include "hires/rereading/verdict.hpp"
#include "hires/work/catch_up.hpp"
#include "hires/work/deferred_tasks.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Op;

// Returns up to when the source was read. An answer that tells no time, or one that can't be read, leaves
// that as it was: an older snapshot must not come after it.
std::string readUpTo(const Import& import, const Text& updatedAt) {
  const std::string told = updatedAt.value_or("");
  if (integration::parseTime(told)) return told;
  return import.identity.identity ? import.identity.identity->updatedAt : "";
}

ApplicationRecord identityNow(const Import& import, const Text& updatedAt, HireStatus fate,
                              std::string reason) {
  return {fate,
          import.hire ? import.hire->document.id
                      : (import.identity.identity ? import.identity.identity->hireId : ""),
          readUpTo(import, updatedAt), import.now, std::move(reason)};
}

Op putIdentity(const Import& import, const ApplicationRecord& identity) {
  return Op::put(keys::application(import.id()), encode(identity)).ifVersion(import.identity.entry.version);
}

ActivityEntry happened(const Import& import, std::string_view outcome, std::string reason,
                       const std::string& hireId) {
  return {"import",
          outcome,
          std::move(reason),
          import.id(),
          hireId.empty() ? std::nullopt : Text(hireId),
          import.held.item.attempts + 1,
          import.held.item.activityId};
}

// An offer may be accepted moments after the hire, or the source's answer may trail: one without is looked at
// sooner.
std::int64_t nextLook(const Import& import, const HireDocument& document) {
  constexpr std::int64_t kJustHiredMs = 10 * 60000, kThenEveryMs = 2 * 60000, kLaterEveryMs = 6 * 3600000;
  if (document.source.offerId ||
      !import.rules.settings.chosen().anyOn({"employmentStartDate", "salaryAmount"}))
    return kLookEveryMs;
  const std::int64_t since = import.now - integration::parseTime(document.importedAt).value_or(0);
  return since < kJustHiredMs ? kThenEveryMs : kLaterEveryMs;
}

bool isFollowed(const Import& import) {
  return import.hire && import.hire->document.followUntil.value_or(0) > import.now;
}

// A hire that no delivery told of: the webhook may be silent.
void noteUntold(const Import& import, std::vector<Op>& ops) {
  MissedByWebhook untold = load<MissedByWebhook>(import.call.store(), keys::kMissedByWebhook).value;
  const WebhookFacts webhook = load<WebhookFacts>(import.call.store(), keys::kWebhookFacts).value;
  if (untold.hires == 0 || webhook.ofHiresAt.value_or(0) > untold.since) untold = {0, import.now};
  ++untold.hires;
  ops.push_back(Op::put(keys::kMissedByWebhook, encode(untold)));
}

// Returns what a reviewer is to see of it, going by what the document holds already.
MappedHire mapAfter(const Import& import, const HireDocument& document, const SourceHire& hire) {
  const ImportSettings& choices = import.rules.settings.chosen();
  MappedHire mapped = hire.map(choices, *import.rules.lists);
  keepTerms(document, hire, choices, import.source.name(), mapped);
  return mapped;
}

// A member, whose document changed to what was read.
ImportResult settleMember(const Import& import, const Text& updatedAt, const HireDocument& document,
                          bool differs) {
  ApplicationRecord identity =
      identityNow(import, updatedAt, HireStatus::promoted, import.identity.identity->reason);
  std::vector<Op> ops = {putIdentity(import, identity)};
  countForCatchUp(ops, import.held.item, false);
  HireDocument changed = document;
  if (differs) {
    changed.updatedAt = integration::formatTime(import.now);
    const std::string text = document.gone
                                 ? *document.gone + ", and was added as a member before"
                                 : import.source.name() + " has changed since it was added as a member";
    ops.push_back(record(import.call, import.now, happened(import, "differs", text, document.id)));
    tellPeople(import.call, ops, import.now, "member_differs", text, document.id, import.id());
  }
  moveHire(ops, *import.hire, HireState::promoted, changed);
  (void)completeItem(import.read(updatedAt), std::move(ops),
                     {.lookAfter = isFollowed(import) ? kLookEveryMs : 0, .tells = differs});
  return {};
}

}  // namespace

ImportResult setAside(const Import& import, const Text& updatedAt, DecidedBy decidedBy,
                      const std::string& why) {
  if (import.isMember()) {
    HireDocument document = import.hire->document;
    const std::string gone = "No longer a hire in " + import.source.name() + ": " + why;
    const bool differs = document.gone != gone;
    document.gone = gone;
    return settleMember(import, updatedAt, document, differs);
  }
  const bool withdraws = import.hire && import.hire->state == HireState::staged;
  const bool stays = import.identity.is(HireStatus::withdrawn) || import.identity.is(HireStatus::discarded);
  const HireStatus fate = withdraws ? HireStatus::withdrawn
                          : stays   ? import.identity.identity->fate
                                    : HireStatus::ignored;
  ApplicationRecord identity = identityNow(import, updatedAt, fate, why);
  noteVerdict(identity, decidedBy, import.rules.settings);
  std::vector<Op> ops = {putIdentity(import, identity)};
  if (withdraws) {
    HireDocument document = import.hire->document;
    document.updatedAt = integration::formatTime(import.now);
    scheduleErasure(ops, document, import.now + import.rules.settings.keepDiscardedMs());
    moveHire(ops, *import.hire, HireState::withdrawn, document);
    tellPeople(import.call, ops, import.now, "withdrawn", "A new hire was withdrawn: " + why, document.id,
               import.id());
  }
  countForCatchUp(ops, import.held.item, false);
  ops.push_back(record(import.call, import.now,
                       happened(import, withdraws ? "withdrawn" : "ignored", why, identity.hireId)));
  (void)completeItem(import.read(updatedAt), std::move(ops),
                     {.stillAsked = import.held.item.asked, .tells = withdraws});
  return {};
}

ImportResult leaveAside(const Import& import) {
  std::vector<Op> ops;
  finish(ops, import.held);
  (void)import.call.store().commit({std::move(ops), 0});
  return {};
}

ImportResult stage(const Import& import, const SourceHire& hire) {
  const Text& updatedAt = hire.application().updatedAt;
  const std::string time = integration::formatTime(import.now);
  HireDocument document = import.hire ? import.hire->document : HireDocument{};
  if (!import.hire) {
    document.id = newId(import.call, import.now);
    document.importedAt = time;
  }
  const bool returns = !import.hire || import.hire->state != HireState::staged;
  follow(document, mapAfter(import, document, hire));
  const bool same = !returns && encode(document) == encode(import.hire->document);
  if (!same) document.updatedAt = time;

  ApplicationRecord identity = identityNow(import, updatedAt, HireStatus::staged, "");
  identity.hireId = document.id;
  std::vector<Op> ops = {putIdentity(import, identity)};
  if (!import.hire)
    addHire(ops, document);
  else if (!same)
    moveHire(ops, *import.hire, HireState::staged, document);
  if (!same || !import.held.item.activityId.empty())
    ops.push_back(
        record(import.call, import.now,
               happened(import, "ok", returns ? "added to the new hires" : "read again", document.id)));
  countForCatchUp(ops, import.held.item, returns);
  if (returns && import.held.item.found && !import.held.item.catchUp) noteUntold(import, ops);
  const bool tells = returns && !import.held.item.catchUp;
  if (tells)
    tellPeople(import.call, ops, import.now, "new_hire", "A new hire is to be reviewed", document.id,
               import.id());
  ImportResult result;
  result.staged = completeItem(import.read(updatedAt), std::move(ops),
                               {.lookAfter = nextLook(import, document), .tells = tells}) &&
                  returns;
  if (result.staged) result.mapped = hire.mappedPresence(import.rules.settings.chosen());
  return result;
}

ImportResult compareMember(const Import& import, const SourceHire& hire) {
  HireDocument document = import.hire->document;
  const auto before = changesOf(HireState::promoted, document);
  const bool wasGone = document.gone.has_value();
  compare(document, mapAfter(import, document, hire));
  const auto after = changesOf(HireState::promoted, document);
  return settleMember(import, hire.application().updatedAt, document,
                      wasGone || (!after.empty() && after != before));
}

ImportResult tryLater(const Import& import, InboxItem next, ErrorKind error, const std::string& why,
                      std::int64_t retryAfterMs, bool soon) {
  ImportResult result{error, why, retryAfterMs, false, {}};
  const bool concernsTheConnection = error == ErrorKind::keyRefused ||
                                     error == ErrorKind::missingPermission || error == ErrorKind::rateLimited;
  if (concernsTheConnection) return result;
  next.triedAt = import.now;
  next.reason = why;
  if (next.activityId.empty()) next.activityId = newId(import.call, import.now);
  const std::int64_t since = import.now - next.receivedAt;
  next.dueAt = import.now + (soon ? retryDelay(next.attempts, since) : refusedDelay(next.attempts));
  ++next.attempts;
  std::vector<Op> ops;
  const bool givesUp = postpone(ops, import.held, next, import.now);
  const Text hireId = import.hire ? Text(import.hire->document.id) : std::nullopt;
  ops.push_back(record(import.call, import.now,
                       {"import", since >= kAttentionAfterMs ? "failed" : "retrying", why, import.id(),
                        hireId, next.attempts, next.activityId}));
  if (givesUp)
    tellPeople(import.call, ops, import.now, "import_failed",
               "A hire could not be imported for a day: see the activity for the reason", hireId,
               import.id());
  // Aborted: a delivery came in between, and its item is due by itself.
  (void)import.call.store().commit({std::move(ops), givesUp ? import.now : next.dueAt});
  return result;
}

}  // namespace ashby
