#include "hires/importer.hpp"

#include "hires/activity.hpp"
#include "hires/fact_finding.hpp"
#include "hires/ledger.hpp"
#include "hires/settling.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Op;

// After so many such answers Ashby's answer stands, though a webhook showed a newer snapshot.
constexpr std::uint32_t kStaleReads = 10;
constexpr std::int64_t kWhilePromotingMs = 5000;

struct Import {
  Call& call;
  const Settings& settings;
  const HeldItem& held;
  HeldIdentity identity;
  std::optional<HeldHire> hire;
  std::int64_t now;

  const std::string& id() const { return held.applicationId; }
  ReadItem read(const Application& application) const { return {call, held, now, application.updatedAt}; }
};

bool concernsTheConnection(Trouble trouble) {
  return trouble == Trouble::keyRefused || trouble == Trouble::missingPermission ||
         trouble == Trouble::rateLimited;
}

bool tryCommit(Call& call, std::vector<Op> ops, std::int64_t wakeAt = 0) {
  return call.store().commit({std::move(ops), wakeAt}).ok();
}

// The reasons a person can act on, where Ashby's own word is too short.
std::string explain(const Answer& answer) {
  if (answer.code == "application_not_found")
    return "Ashby does not show this application to the key: it was deleted, or its job is confidential (in "
           "Ashby, "
           "edit the key and allow access to confidential jobs)";
  if (answer.code == "candidate_not_found")
    return "Ashby does not show this application's candidate to the key";
  return answer.message;
}

ImportResult tryLater(const Import& import, InboxItem next, Trouble trouble, const std::string& why,
                      std::int64_t retryAfterMs, bool soon) {
  ImportResult result{trouble, why, retryAfterMs, false};
  if (concernsTheConnection(trouble)) return result;
  next.triedAt = import.now;
  next.reason = why;
  if (next.activityId.empty()) next.activityId = newId(import.call, import.now);
  const std::int64_t since = import.now - next.receivedAt;
  next.dueAt = import.now + (soon ? retryDelay(next.attempts, since) : refusedDelay(next.attempts));
  ++next.attempts;
  std::vector<Op> ops;
  postpone(ops, import.held, next);
  ops.push_back(
      record(import.call, import.now,
             {"import", since >= kAttentionAfterMs ? "failed" : "retrying", why, import.id(),
              import.hire ? Text(import.hire->document.id) : std::nullopt, next.attempts, next.activityId}));
  // Aborted: a delivery came in between, and its item is due by itself.
  (void)tryCommit(import.call, std::move(ops), next.dueAt);
  return result;
}

ImportResult tryLater(const Import& import, const Answer& answer) {
  return tryLater(import, import.held.item, answer.trouble, explain(answer), answer.retryAfterMs,
                  answer.trouble != Trouble::refused);
}

Identity identityNow(const Import& import, const Application& application, Fate fate, std::string reason) {
  return {fate,
          import.hire ? import.hire->document.id
                      : (import.identity.identity ? import.identity.identity->hireId : ""),
          application.updatedAt, import.now, std::move(reason)};
}

Happening happened(const Import& import, std::string_view outcome, std::string reason,
                   const std::string& hireId) {
  return {"import",
          outcome,
          std::move(reason),
          import.id(),
          hireId.empty() ? std::nullopt : Text(hireId),
          import.held.item.attempts + 1,
          import.held.item.activityId};
}

// Read, and no new hire: what is staged of it is withdrawn, never deleted.
ImportResult setAside(const Import& import, const Application& application, const std::string& why) {
  const bool withdraws = import.hire && import.hire->state == HireState::staged;
  const bool stays = import.identity.is(Fate::withdrawn) || import.identity.is(Fate::discarded);
  const Fate fate = withdraws ? Fate::withdrawn : stays ? import.identity.identity->fate : Fate::ignored;
  const Identity identity = identityNow(import, application, fate, why);
  std::vector<Op> ops;
  ops.push_back(
      Op::put(keys::application(import.id()), encode(identity)).ifVersion(import.identity.entry.version));
  if (withdraws) {
    HireDocument document = import.hire->document;
    document.updatedAt = integration::formatTime(import.now);
    moveHire(ops, *import.hire, HireState::withdrawn, document);
  }
  ops.push_back(record(import.call, import.now,
                       happened(import, withdraws ? "withdrawn" : "ignored", why, identity.hireId)));
  (void)settle(import.read(application), std::move(ops), {.stillAsked = import.held.item.asked});
  return {};
}

ImportResult stage(const Import& import, const HireFacts& facts) {
  MappedHire mapped = mapHire(facts);
  const std::string time = integration::formatTime(import.now);
  HireDocument document = import.hire ? import.hire->document : HireDocument{};
  if (!import.hire) {
    document.id = newId(import.call, import.now);
    document.importedAt = time;
  }
  const bool returns = !import.hire || import.hire->state != HireState::staged;
  const bool same = !returns && document.fields == mapped.fields && document.nameParts == mapped.nameParts &&
                    document.source == mapped.source && document.issues == mapped.issues;
  document.fields = std::move(mapped.fields);
  document.nameParts = std::move(mapped.nameParts);
  document.source = std::move(mapped.source);
  document.issues = std::move(mapped.issues);
  document.erasedAt.reset();
  if (!same) document.updatedAt = time;

  Identity identity = identityNow(import, facts.application, Fate::staged, "");
  identity.hireId = document.id;
  std::vector<Op> ops;
  ops.push_back(
      Op::put(keys::application(import.id()), encode(identity)).ifVersion(import.identity.entry.version));
  if (!import.hire)
    ops.push_back(Op::put(keys::hire(HireState::staged, document.id), encode(document)).ifVersion(0));
  else if (!same)
    moveHire(ops, *import.hire, HireState::staged, document);
  if (!same || !import.held.item.activityId.empty())
    ops.push_back(
        record(import.call, import.now,
               happened(import, "ok", returns ? "added to the new hires" : "read again", document.id)));
  ImportResult result;
  result.staged = settle(import.read(facts.application), std::move(ops), {.staged = true}) && returns;
  return result;
}

bool stale(const Import& import, const Application& application) {
  if (import.held.item.staleReads >= kStaleReads) return false;
  const std::int64_t read = integration::parseTime(application.updatedAt).value_or(0);
  const std::int64_t shown = integration::parseTime(import.held.item.seenUpdatedAt).value_or(0);
  const std::int64_t known =
      import.identity.identity ? integration::parseTime(import.identity.identity->updatedAt).value_or(0) : 0;
  return read < shown || read < known;
}

}  // namespace

ImportResult importApplication(Call& call, Client& client, const Settings& settings, const HeldItem& held) {
  Import import{call,         settings,          held, findIdentity(call.store(), held.applicationId),
                std::nullopt, call.clock().now()};
  const auto& identity = import.identity.identity;
  if (identity && !identity->hireId.empty()) import.hire = findHire(call.store(), identity->hireId);

  const bool settled =
      import.identity.is(Fate::promoted) || (import.identity.is(Fate::discarded) && !held.item.asked);
  if (settled) {
    std::vector<Op> ops;
    finish(ops, held);
    (void)tryCommit(call, std::move(ops));
    return {};
  }
  if (import.hire && import.hire->busy()) {
    InboxItem next = held.item;
    next.dueAt = import.now + kWhilePromotingMs;
    std::vector<Op> ops;
    postpone(ops, held, next);
    (void)tryCommit(call, std::move(ops), next.dueAt);
    return {};
  }

  Found found = readApplication(client, held.applicationId);
  import.now = call.clock().now();
  if (!found.ok()) return tryLater(import, found.trouble);
  const Application application = found.facts.application;
  if (stale(import, application)) {
    InboxItem next = held.item;
    ++next.staleReads;
    return tryLater(import, std::move(next), Trouble::refused,
                    "Ashby's answer is older than what its webhook told: read again", 0, true);
  }
  if (!application.hired()) return setAside(import, application, "it is not marked as hired in Ashby");

  const bool heldAlready = import.identity.is(Fate::staged) || import.identity.is(Fate::withdrawn);
  const bool mustCount = !heldAlready && !held.item.asked;
  auto tooEarly = [&](const std::vector<Offer>& offers) {
    const auto moment = hireMoment(application, offers);
    return mustCount && moment && *moment < settings.countsFrom();
  };
  const std::string why = "hired before " + integration::formatDate(settings.countsFrom()) +
                          ", from when on this connection imports: a catch-up can bring it";
  // Without offers the moment is that of the history, or the last change, before which nobody can have been
  // hired.
  if (tooEarly({})) return setAside(import, application, why);

  found = readHire(client, application);
  import.now = call.clock().now();
  if (!found.ok()) return tryLater(import, found.trouble);
  if (tooEarly(found.facts.offers)) return setAside(import, application, why);
  return stage(import, found.facts);
}

}  // namespace ashby
