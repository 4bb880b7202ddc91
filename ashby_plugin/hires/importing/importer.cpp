#include "hires/importing/importer.hpp"

#include "ashby/hire_fetcher.hpp"
#include "hires/importing/import_outcomes.hpp"
#include "hires/rereading/company_lists.hpp"
#include "hires/work/catch_up.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Op;

// After so many such answers Ashby's answer stands, though a webhook showed a newer snapshot.
constexpr std::uint32_t kStaleReads = 10;
constexpr std::int64_t kWhilePromotingMs = 5000;

bool isMissing(const Answer& answer) {
  return answer.error == ErrorKind::refused &&
         (answer.code == "application_not_found" || answer.code == "candidate_not_found");
}

// The reasons a person can act on, where Ashby's own word is too short.
std::string explain(const Answer& answer) {
  if (answer.code == "application_not_found")
    return "Ashby does not show this application to the key: it was deleted, or its job is confidential (in "
           "Ashby, edit the key and allow access to confidential jobs)";
  if (answer.code == "candidate_not_found")
    return "Ashby does not show this application's candidate to the key";
  return answer.message;
}

// Without a time of its own an answer can't be told to be older.
bool stale(const Import& import, const Application& application) {
  const auto changed = integration::parseTime(application.updatedAt.value_or(""));
  if (import.held.item.staleReads >= kStaleReads || !changed) return false;
  const std::int64_t read = *changed;
  const std::int64_t shown = integration::parseTime(import.held.item.seenUpdatedAt).value_or(0);
  const std::int64_t known =
      import.identity.identity ? integration::parseTime(import.identity.identity->updatedAt).value_or(0) : 0;
  return read < shown || read < known;
}

// Returns true if the application needs no reading: it is completed here, or somebody promotes it now.
bool needsNoReading(const Import& import) {
  const InboxItem& item = import.held.item;
  const bool settled =
      (import.isMember() && !import.hire) || (import.identity.is(HireStatus::discarded) && !item.asked);
  if (settled) {
    std::vector<Op> ops;
    finish(ops, import.held);
    countForCatchUp(ops, item, false);
    (void)import.call.store().commit({std::move(ops), 0});
    return true;
  }
  if (!import.hire || !import.hire->busy()) return false;
  InboxItem next = item;
  next.dueAt = import.now + kWhilePromotingMs;
  std::vector<Op> ops;
  (void)postpone(ops, import.held, next, import.now);
  (void)import.call.store().commit({std::move(ops), next.dueAt});
  return true;
}

// Ashby no longer shows it. A hire that is here is withdrawn after a day of that; anything else is tried on.
ImportResult missing(const Import& import, const Answer& answer) {
  InboxItem next = import.held.item;
  if (!next.missingSince) next.missingSince = import.now;
  const bool here = import.hire && (import.hire->state == HireState::staged || import.isMember());
  if (here && import.now - *next.missingSince >= kMissingMs) {
    Application last;
    last.updatedAt = import.identity.identity->updatedAt;
    return setAside(import, last, DecidedBy::source,
                    "it is no longer shown: it was deleted there, or its job was made confidential");
  }
  if (next.rejudged && (import.identity.is(HireStatus::ignored) || import.identity.is(HireStatus::withdrawn)))
    return leaveAside(import);
  return tryLater(import, std::move(next), answer.error, explain(answer), 0, false);
}

ImportResult failed(const Import& import, const Answer& answer) {
  if (answer.error == ErrorKind::outOfTime && !import.rules.hasWholeRun)
    return {answer.error, answer.message, 0, false, {}};
  if (isMissing(answer)) return missing(import, answer);
  InboxItem next = import.held.item;
  next.missingSince.reset();
  if (answer.error == ErrorKind::outOfTime)
    return tryLater(import, std::move(next), ErrorKind::unavailable,
                    "Ashby's answers about this application took too long", 0, true);
  return tryLater(import, std::move(next), answer.error, explain(answer), answer.retryAfterMs,
                  answer.error != ErrorKind::refused);
}

// From when on hires count for this application; nullopt = always.
std::optional<std::int64_t> countsFrom(const Import& import) {
  const bool heldAlready =
      import.identity.is(HireStatus::staged) || import.identity.is(HireStatus::withdrawn);
  if (heldAlready || import.isMember() || import.held.item.asked) return std::nullopt;
  const std::int64_t settings = import.rules.settings.countsFrom();
  return std::min(settings, import.catchUpFrom.value_or(settings));
}

bool tooEarly(const Import& import, std::optional<std::int64_t> moment) {
  const auto from = countsFrom(import);
  return from && moment && *moment < *from;
}

std::string whyTooEarly(const Import& import) {
  return "hired before " + integration::formatDate(*countsFrom(import)) +
         ", from when on this connection imports: a catch-up can bring it";
}

// Returns the outcome if the application alone decides it; nullopt if the rest must be read.
std::optional<ImportResult> judgeApplication(const Import& import, const Application& application) {
  if (stale(import, application)) {
    InboxItem next = import.held.item;
    ++next.staleReads;
    next.missingSince.reset();
    return tryLater(import, std::move(next), ErrorKind::refused,
                    "Ashby's answer is older than what its webhook told: read again", 0, true);
  }
  if (!application.hired())
    return setAside(import, application, DecidedBy::source, "it is not marked as hired in Ashby");
  // Without offers the moment is that of the history, or the last change, before which nobody can have been
  // hired.
  if (tooEarly(import, hiredAtTheLatest(application, {})))
    return setAside(import, application, DecidedBy::importFrom, whyTooEarly(import));
  return std::nullopt;
}

ImportResult judgeHire(const Import& import, const HireFacts& facts) {
  // A hire date that is unknown is no reason to leave anybody out: the hire is staged, and the date flagged.
  if (tooEarly(import, hiredAtTheLatest(facts.application, facts.offers)))
    return setAside(import, facts.application, DecidedBy::importFrom, whyTooEarly(import));
  if (import.isMember()) return compareMember(import, facts);
  const auto& scope = import.rules.settings.chosen().scope;
  if (const std::string outside = scope && !import.held.item.asked ? outsideOf(*scope, facts) : "";
      !outside.empty())
    return setAside(import, facts.application, DecidedBy::scope, outside);
  return stage(import, facts);
}

// Judges one hire. An answer that the store can't keep, because it is too large, concerns this hire alone.
template <class Judge>
auto judged(const Import& import, const Judge& judge) -> decltype(judge()) {
  try {
    return judge();
  } catch (const integration::Failure& failure) {
    if (failure.code() != integration::Code::invalidArgument) throw;
    return tryLater(import, import.held.item, ErrorKind::refused,
                    "Ashby says more about this application than can be kept", 0, false);
  }
}

}  // namespace

std::vector<ImportResult> importApplications(Call& call, Client& client, ImportRules& rules,
                                             const std::vector<HeldItem>& items) {
  std::vector<ImportResult> results(items.size());
  std::vector<Import> imports;
  std::vector<std::string> ids;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const HeldItem& held = items[i];
    Import import{call,
                  rules,
                  held,
                  findIdentity(call.store(), held.applicationId),
                  std::nullopt,
                  client.now(),
                  catchUpFrom(call, held.item)};
    const auto& identity = import.identity.identity;
    if (identity && !identity->hireId.empty()) import.hire = findHire(call.store(), identity->hireId);
    if (needsNoReading(import)) continue;
    ids.push_back(held.applicationId);
    places.push_back(i);
    imports.push_back(std::move(import));
  }
  if (ids.empty()) return results;

  std::vector<FetchedHire> found = readApplications(client, ids);
  std::vector<FetchRequest> wanted;
  std::vector<std::size_t> open;
  const std::int64_t readAt = client.now();
  for (std::size_t i = 0; i < imports.size(); ++i) {
    Import& import = imports[i];
    import.now = readAt;
    const InHand named = client.inHand(import.id());
    ImportResult& result = results[places[i]];
    if (!found[i].ok()) {
      result = failed(import, found[i].error);
    } else if (auto settled =
                   judged(import, [&] { return judgeApplication(import, found[i].facts.application); })) {
      result = *std::move(settled);
    } else {
      const bool momentIsOpen = !enteredHired(found[i].facts.application);
      wanted.push_back({&found[i], momentIsOpen});
      open.push_back(i);
    }
  }
  if (wanted.empty()) return results;
  readHires(client, rules.settings.chosen(), wanted);
  if (!rules.lists) rules.lists = readLists(call);
  const std::int64_t now = client.now();
  for (const std::size_t i : open) {
    imports[i].now = now;
    const InHand named = client.inHand(imports[i].id());
    results[places[i]] = found[i].ok()
                             ? judged(imports[i], [&] { return judgeHire(imports[i], found[i].facts); })
                             : failed(imports[i], found[i].error);
  }
  return results;
}

}  // namespace ashby
