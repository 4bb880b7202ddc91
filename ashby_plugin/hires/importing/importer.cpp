#include "hires/importing/importer.hpp"

#include "hires/importing/import_outcomes.hpp"
#include "hires/rereading/company_lists.hpp"
#include "hires/source/in_hand.hpp"
#include "hires/work/catch_up.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Op;

// After so many such answers the source's answer stands, though a webhook showed a newer snapshot.
constexpr std::uint32_t kStaleReads = 10;
constexpr std::int64_t kWhilePromotingMs = 5000;

// The reason that a person can act on, if there is one.
const std::string& explain(const SourceError& error) {
  return error.advice.empty() ? error.message : error.advice;
}

// Without a time of its own an answer can't be told to be older.
bool stale(const Import& import, const SourceApplication& application) {
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

// The source no longer shows it. A hire that is here is withdrawn after a day of that; anything else is tried
// on.
ImportResult missing(const Import& import, const SourceError& error) {
  InboxItem next = import.held.item;
  if (!next.missingSince) next.missingSince = import.now;
  const bool here = import.hire && (import.hire->state == HireState::staged || import.isMember());
  if (here && import.now - *next.missingSince >= kMissingMs)
    return setAside(import, import.identity.identity->updatedAt, DecidedBy::source,
                    "it is no longer shown: it was deleted there, or its job was made confidential");
  if (next.rejudged && (import.identity.is(HireStatus::ignored) || import.identity.is(HireStatus::withdrawn)))
    return leaveAside(import);
  return tryLater(import, std::move(next), error.kind, explain(error), 0, false);
}

ImportResult failed(const Import& import, const SourceError& error) {
  if (error.kind == ErrorKind::outOfTime && !import.rules.hasWholeRun)
    return {error.kind, error.message, 0, false, {}};
  if (error.isMissing) return missing(import, error);
  InboxItem next = import.held.item;
  next.missingSince.reset();
  if (error.kind == ErrorKind::outOfTime)
    return tryLater(import, std::move(next), ErrorKind::unavailable,
                    import.source.name() + "'s answers about this application took too long", 0, true);
  return tryLater(import, std::move(next), error.kind, explain(error), error.retryAfterMs,
                  error.kind != ErrorKind::refused);
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
std::optional<ImportResult> judgeApplication(const Import& import, const SourceHire& hire) {
  const SourceApplication& application = hire.application();
  if (stale(import, application)) {
    InboxItem next = import.held.item;
    ++next.staleReads;
    next.missingSince.reset();
    return tryLater(import, std::move(next), ErrorKind::refused,
                    import.source.name() + "'s answer is older than what its webhook told: read again", 0,
                    true);
  }
  if (!application.isHired)
    return setAside(import, application.updatedAt, DecidedBy::source,
                    "it is not marked as hired in " + import.source.name());
  // The application alone tells the hire moment, or the last change, after which nobody can have been hired.
  if (tooEarly(import, hire.hiredAtTheLatest()))
    return setAside(import, application.updatedAt, DecidedBy::importFrom, whyTooEarly(import));
  return std::nullopt;
}

ImportResult judgeHire(const Import& import, const SourceHire& hire) {
  const Text& updatedAt = hire.application().updatedAt;
  // A hire date that is unknown is no reason to leave anybody out: the hire is staged, and the date flagged.
  if (tooEarly(import, hire.hiredAtTheLatest()))
    return setAside(import, updatedAt, DecidedBy::importFrom, whyTooEarly(import));
  if (import.isMember()) return compareMember(import, hire);
  const auto& scope = import.rules.settings.chosen().scope;
  if (const std::string outside = scope && !import.held.item.asked ? hire.outsideOf(*scope) : "";
      !outside.empty())
    return setAside(import, updatedAt, DecidedBy::scope, outside);
  return stage(import, hire);
}

// Judges one hire. An answer that the store can't keep, because it is too large, concerns this hire alone.
template <class Judge>
auto judged(const Import& import, const Judge& judge) -> decltype(judge()) {
  try {
    return judge();
  } catch (const integration::Failure& failure) {
    if (failure.code() != integration::Code::invalidArgument) throw;
    return tryLater(import, import.held.item, ErrorKind::refused,
                    import.source.name() + " says more about this application than can be kept", 0, false);
  }
}

}  // namespace

std::vector<ImportResult> importApplications(Call& call, HireSource& source, ImportRules& rules,
                                             const std::vector<HeldItem>& items) {
  std::vector<ImportResult> results(items.size());
  std::vector<Import> imports;
  std::vector<std::string> ids;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const HeldItem& held = items[i];
    Import import{call,
                  source,
                  rules,
                  held,
                  findIdentity(call.store(), held.applicationId),
                  std::nullopt,
                  source.now(),
                  catchUpFrom(call, held.item)};
    const auto& identity = import.identity.identity;
    if (identity && !identity->hireId.empty()) import.hire = findHire(call.store(), identity->hireId);
    if (needsNoReading(import)) continue;
    ids.push_back(held.applicationId);
    places.push_back(i);
    imports.push_back(std::move(import));
  }
  if (ids.empty()) return results;

  const std::unique_ptr<HireBatch> hires = source.readApplications(ids);
  std::vector<RestOfHire> wanted;
  const std::int64_t readAt = source.now();
  for (std::size_t i = 0; i < imports.size(); ++i) {
    Import& import = imports[i];
    import.now = readAt;
    const InHand named(call.log(), import.id());
    const SourceHire& hire = hires->at(i);
    ImportResult& result = results[places[i]];
    if (!hire.ok()) {
      result = failed(import, hire.error());
    } else if (auto settled = judged(import, [&] { return judgeApplication(import, hire); })) {
      result = *std::move(settled);
    } else {
      const bool momentIsOpen = !hire.hireMoment();
      wanted.push_back({i, momentIsOpen});
    }
  }
  if (wanted.empty()) return results;
  hires->readRest(rules.settings.chosen(), wanted);
  if (!rules.lists) rules.lists = readLists(call);
  const std::int64_t now = source.now();
  for (const RestOfHire& read : wanted) {
    Import& import = imports[read.at];
    import.now = now;
    const InHand named(call.log(), import.id());
    const SourceHire& hire = hires->at(read.at);
    results[places[read.at]] =
        hire.ok() ? judged(import, [&] { return judgeHire(import, hire); }) : failed(import, hire.error());
  }
  return results;
}

}  // namespace ashby
