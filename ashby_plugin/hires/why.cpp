#include "hires/why.hpp"

#include <algorithm>

#include "ashby/client.hpp"
#include "ashby/ids.hpp"
#include "hires/activity.hpp"
#include "hires/fact_finding.hpp"
#include "hires/inbox.hpp"
#include "hires/ledger.hpp"
#include "hires/rereading/verdict.hpp"
#include "hires/settings.hpp"
#include "hires/why/why_search.hpp"
#include "integration/time.hpp"
#include "mapping/fields.hpp"

namespace ashby {
namespace {

constexpr std::size_t kMostLookedAt = 16;

using integration::Call;
using integration::WhyAnswer;

WhyAnswer ofIdentity(const Identity& identity) {
  switch (identity.fate) {
    case Fate::staged:
      return {true, "staged", "Among the new hires."};
    case Fate::promoted:
      return {true, "promoted", "Added as a member."};
    case Fate::discarded:
      return {true, "discarded",
              "Deleted from the new hires: restore the new hire to bring this person back."};
    case Fate::withdrawn:
      return {true, "withdrawn", "Withdrawn: " + identity.reason + "."};
    case Fate::ignored:
      break;
  }
  return {true, "ignored", "Not imported: " + identity.reason + "."};
}

// The name that Ashby gives to the hire of an application, "" if there is none.
std::string heldName(Call& call, const std::string& applicationId) {
  const HeldIdentity identity = findIdentity(call.store(), applicationId);
  if (!identity.identity) return "";
  const auto held = findHire(call.store(), identity.identity->hireId);
  return held ? held->document.source.name.value_or("") : "";
}

std::optional<WhyAnswer> ofApplication(Call& call, const std::string& id) {
  const HeldIdentity held = findIdentity(call.store(), id);
  const bool isAHire = held.identity && held.identity->fate != Fate::ignored;
  const auto item = isAHire ? std::nullopt : findItem(call, id);
  if (item && !item->item.reason.empty())
    return WhyAnswer{true, "retrying",
                     "Not read from Ashby yet: " + item->item.reason + ". This is tried again."};
  // What was read of it stands until it is read again.
  if (held.identity) return ofIdentity(*held.identity);
  if (!item) return std::nullopt;
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  return WhyAnswer{
      true, "waiting",
      settings.complete() ? "About to be read from Ashby." : "Waiting for an API key to read Ashby with."};
}

WhyAnswer notAsked(const Answer& answer) {
  return {false, "unknown",
          "Nothing is known of it here, and Ashby could not be asked: " + answer.message + "."};
}

// Judges an application that Ashby has just shown by today's settings; nullopt if it is imported. countsFrom:
// hires before that time don't count.
std::optional<WhyAnswer> notImported(Client& client, const Settings& settings, std::int64_t countsFrom,
                                     Found& found) {
  const Application& application = found.facts.application;
  if (!application.hired()) {
    const auto& stage = application.currentInterviewStage;
    return WhyAnswer{true, "not_hired",
                     "Not marked as hired in Ashby: the application is " +
                         (application.status.empty() ? std::string("open") : application.status) +
                         (stage && stage->title ? ", in the stage \"" + *stage->title + "\"." : ".")};
  }
  readHires(client, settings.chosen(), {{&found, true}});
  if (!found.ok()) return notAsked(found.trouble);
  const auto moment = hireMoment(application, found.facts.offers);
  if (moment && *moment < countsFrom)
    return WhyAnswer{true, "too_early",
                     "Hired on " + integration::formatDate(*moment) +
                         ". This connection imports hires from " + integration::formatDate(countsFrom) +
                         " on: a catch-up brings earlier ones."};
  const auto& scope = settings.chosen().scope;
  if (const std::string outside = scope ? outsideOf(*scope, found.facts) : ""; !outside.empty())
    return WhyAnswer{true, "outside", "Not imported: " + outside + "."};
  return std::nullopt;
}

// Explains one that was left aside under other settings than today's: these decide, not the record. An
// importFrom keeps nobody away who was a new hire already.
WhyAnswer ofOutdated(Call& call, Client& client, const Settings& settings, const Identity& identity,
                     const std::string& id, Found& found) {
  const std::int64_t countsFrom = identity.fate == Fate::withdrawn ? 0 : settings.countsFrom();
  const auto why = found.ok() ? notImported(client, settings, countsFrom, found) : std::nullopt;
  if (found.trouble.trouble == Trouble::refused)
    return {true, "ignored",
            "Not imported under earlier settings: " + identity.reason +
                ". Ashby does not show the application to the key any more: it was deleted, or its job is "
                "confidential."};
  if (!found.ok())
    return {true, "waiting",
            "Not imported under earlier settings: " + identity.reason +
                ". About to be read again, to be judged by today's."};
  if (why) return *why;
  untilCommitted([&]() -> std::optional<bool> {
    integration::Commit commit;
    enqueue(commit, call.store().get(keys::inbox(id)), {id, identity.updatedAt}, call.clock().now());
    return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
  return {true, "waiting", "Imported by today's settings: about to be read from Ashby."};
}

// Explains one that is held here; nullopt if it isn't.
std::optional<WhyAnswer> ofHeld(Call& call, Link& link, const std::string& id) {
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  const HeldIdentity held = findIdentity(call.store(), id);
  if (!settings.complete() || !held.identity || !isOutdated(*held.identity, settings))
    return ofApplication(call, id);
  Client client(call, link);
  Found found = readApplications(client, {id}).front();
  return ofOutdated(call, client, settings, *held.identity, id, found);
}

// Explains an application that Ashby has just shown.
WhyAnswer ofFacts(Call& call, Client& client, const Settings& settings, Found& found) {
  const std::string& id = found.facts.application.id;
  const HeldIdentity held = findIdentity(call.store(), id);
  if (held.identity && isOutdated(*held.identity, settings))
    return ofOutdated(call, client, settings, *held.identity, id, found);
  if (auto known = ofApplication(call, id)) return *known;
  if (auto why = notImported(client, settings, settings.countsFrom(), found)) return *why;
  return {true, "not_told",
          "Hired in Ashby, but no delivery has told of it yet: the next comparison with Ashby brings this "
          "person, at most a quarter of an hour from now."};
}

integration::WhyPerson person(Call& call, const std::string& name, const std::string& applicationId,
                              const WhyAnswer& answer) {
  const HeldIdentity held = findIdentity(call.store(), applicationId);
  const bool isAHire =
      held.identity && held.identity->fate != Fate::ignored && !held.identity->hireId.empty();
  return {name.empty() ? std::nullopt : Text(name), Text(applicationId),
          isAHire ? Text(held.identity->hireId) : std::nullopt, answer.state, answer.reason};
}

// Returns what Ashby says of one person, by the application that is asked about: the hired one, if any, is
// missed.
integration::WhyPerson ofCandidate(Call& call, Client& client, const Settings& settings,
                                   const FoundPerson& candidate, std::size_t most) {
  if (candidate.applicationIds.empty())
    return {candidate.name, std::nullopt, std::nullopt, "not_hired",
            "Ashby knows the person, who has applied for no job."};
  std::vector<std::string> ids = candidate.applicationIds;
  if (ids.size() > most) ids.resize(most);
  std::vector<Found> read = readApplications(client, ids);
  Found* best = &read.front();
  for (Found& one : read)
    if (one.ok() && (!best->ok() || (one.facts.application.hired() && !best->facts.application.hired())))
      best = &one;
  const std::string& id = ids[static_cast<std::size_t>(best - read.data())];
  if (best->ok()) return person(call, candidate.name, id, ofFacts(call, client, settings, *best));
  return person(call, candidate.name, id,
                best->trouble.trouble != Trouble::refused
                    ? notAsked(best->trouble)
                    : WhyAnswer{false, "unknown",
                                "Ashby does not show this application to the key: it was deleted, or its job "
                                "is confidential."});
}

// Explains one application that isn't held here.
WhyAnswer askApplication(Call& call, Link& link, const Settings& settings, const std::string& id) {
  Client client(call, link);
  const auto one = ofCandidate(call, client, settings, {"", {id}}, 1);
  return {one.state != "unknown", one.state, one.reason, {}};
}

// Adds those in Ashby who aren't among the people yet; returns what to say if nobody is found at all.
WhyAnswer askAshby(Call& call, Link& link, const Settings& settings, const PersonQuery& query,
                   std::vector<integration::WhyPerson>& people) {
  if (!settings.complete())
    return {false, "unknown",
            "Nothing is known of it here, and Ashby can't be asked before there is an API key."};
  Client client(call, link);
  const AshbyPeople found = peopleInAshby(client, query);
  if (!found.answer.ok() && found.answer.trouble != Trouble::refused) return notAsked(found.answer);
  const auto isTold = [&](const std::string& id) {
    return std::any_of(people.begin(), people.end(),
                       [&](const integration::WhyPerson& one) { return one.applicationId == id; });
  };
  std::size_t left = kMostLookedAt;
  for (const FoundPerson& one : found.people) {
    if (left == 0) break;
    if (std::any_of(one.applicationIds.begin(), one.applicationIds.end(), isTold)) continue;
    people.push_back(ofCandidate(call, client, settings, one, left));
    left -= std::min(left, std::max<std::size_t>(one.applicationIds.size(), 1));
  }
  return {false, "unknown",
          "Ashby shows the key nobody of this " + std::string(query.isAddress() ? "e-mail" : "name") +
              ": check the spelling, whether the person was deleted there, and whether the job is "
              "confidential."};
}

// Tells of each person who fits, by name.
WhyAnswer ofPeople(std::vector<integration::WhyPerson> people) {
  if (people.size() == 1) {
    WhyAnswer answer{people.front().state != "unknown", people.front().state, people.front().reason, {}};
    answer.people = std::move(people);
    return answer;
  }
  WhyAnswer answer{true, "several", std::to_string(people.size()) + " people fit.", std::move(people)};
  for (const integration::WhyPerson& one : answer.people)
    answer.reason += " " + one.name.value_or("Without a name") + ": " + one.reason;
  return answer;
}

void retryAll(Call& call) {
  constexpr std::size_t kPerCommit = 40;  // each takes up to three of a commit's 128 ops
  integration::Range range = integration::Range::prefix(keys::kInbox);
  range.limit = kPerCommit;
  for (bool more = true; more;) {
    const integration::Page page = call.store().scan(range);
    more = page.more;
    if (more) range.from = page.entries.back().key + '\0';
    integration::Commit commit;
    for (const integration::Entry& entry : page.entries)
      if (decode<InboxItem>(entry)->attempts != 0)
        enqueue(commit, entry, {entry.key.substr(std::string_view(keys::kInbox).size()), "", 0, true},
                call.clock().now());
    // Aborted: one of them was tried in between; the others are left to their own times.
    if (!commit.ops.empty()) (void)call.store().commit(commit);
  }
}

}  // namespace

WhyAnswer explainWhy(Call& call, Link& link, const integration::WhyQuery& asked) {
  const Text wanted = tidied(asked.q);
  if (!wanted)
    throw integration::Failure(integration::Code::invalidArgument,
                               "ask for an application id, e-mail or name");
  const PersonQuery query(*wanted);
  if (isId(*wanted))
    if (auto answer = ofHeld(call, link, *wanted)) {
      answer->people.push_back(person(call, heldName(call, *wanted), *wanted, *answer));
      return *answer;
    }
  std::vector<integration::WhyPerson> people;
  for (const FoundPerson& one : peopleHere(call.store(), query))
    if (auto answer = ofHeld(call, link, one.applicationIds.front()))
      people.push_back(person(call, one.name, one.applicationIds.front(), *answer));
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  if (people.empty() && query.isApplication() && settings.complete())
    return askApplication(call, link, settings, *wanted);
  // An address is one person's. Somebody else may have the same name.
  if (!people.empty() && query.isAddress()) return ofPeople(std::move(people));
  const WhyAnswer nobody = askAshby(call, link, settings, query, people);
  return people.empty() ? nobody : ofPeople(std::move(people));
}

void retryImport(Call& call, const integration::RetryRequest& request) {
  if (!request.id) return retryAll(call);
  untilCommitted([&]() -> std::optional<bool> {
    const auto line = findActivity(call, *request.id);
    if (!line)
      throw integration::Failure(integration::Code::notFound, "there is no such line of the activity");
    const auto held = line->applicationId ? findItem(call, *line->applicationId) : std::nullopt;
    if (!held || held->item.attempts == 0)
      throw integration::Failure(integration::Code::failedPrecondition,
                                 "nothing of this line is left to try again");
    integration::Commit commit;
    enqueue(commit, held->entry, {held->applicationId, "", 0, true, false}, call.clock().now());
    return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
}

}  // namespace ashby
