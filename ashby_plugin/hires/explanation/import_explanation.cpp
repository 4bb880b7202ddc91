#include "hires/explanation/import_explanation.hpp"

#include <algorithm>

#include "ashby/client.hpp"
#include "ashby/hire_fetcher.hpp"
#include "fields/fields.hpp"
#include "fields/source_id.hpp"
#include "hires/explanation/explanation_search.hpp"
#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/inbox.hpp"
#include "hires/records/settings.hpp"
#include "hires/rereading/verdict.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

constexpr std::size_t kMostLookedAt = 16;

using integration::Call;
using integration::ImportExplanation;

ImportExplanation explainRecord(const ApplicationRecord& identity) {
  switch (identity.fate) {
    case HireStatus::staged:
      return {true, "staged", "Among the new hires."};
    case HireStatus::promoted:
      return {true, "promoted", "Added as a member."};
    case HireStatus::discarded:
      return {true, "discarded",
              "Deleted from the new hires: restore the new hire to bring this person back."};
    case HireStatus::withdrawn:
      return {true, "withdrawn", "Withdrawn: " + identity.reason + "."};
    case HireStatus::ignored:
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

std::optional<ImportExplanation> explainApplication(Call& call, const std::string& id) {
  const HeldIdentity held = findIdentity(call.store(), id);
  const bool isAHire = held.identity && held.identity->fate != HireStatus::ignored;
  const auto item = isAHire ? std::nullopt : findItem(call, id);
  if (item && !item->item.reason.empty())
    return ImportExplanation{true, "retrying",
                             "Not read from Ashby yet: " + item->item.reason + ". This is tried again."};
  // The last reading stands until the next one.
  if (held.identity) return explainRecord(*held.identity);
  if (!item) return std::nullopt;
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  return ImportExplanation{
      true, "waiting",
      settings.complete() ? "About to be read from Ashby." : "Waiting for an API key to read Ashby with."};
}

ImportExplanation notAsked(const Answer& answer) {
  return {false, "unknown",
          "Nothing is known of it here, and Ashby could not be asked: " + answer.message + "."};
}

// Judges an application that Ashby has just shown by today's settings; nullopt if it is imported. countsFrom:
// hires before that time don't count.
std::optional<ImportExplanation> notImported(Client& client, const Settings& settings,
                                             std::int64_t countsFrom, FetchedHire& found) {
  const Application& application = found.facts.application;
  if (!application.hired()) {
    const auto& stage = application.currentInterviewStage;
    return ImportExplanation{true, "not_hired",
                             "Not marked as hired in Ashby: the application is " +
                                 (application.status.empty() ? std::string("open") : application.status) +
                                 (stage && stage->title ? ", in the stage \"" + *stage->title + "\"." : ".")};
  }
  readHires(client, settings.chosen(), {{&found, true}});
  if (!found.ok()) return notAsked(found.error);
  const auto moment = hireMoment(application, found.facts.offers);
  if (moment && *moment < countsFrom)
    return ImportExplanation{
        true, "too_early",
        "Hired on " + integration::formatDate(*moment) + ". This connection imports hires from " +
            integration::formatDate(countsFrom) + " on: a catch-up brings earlier ones."};
  const auto& scope = settings.chosen().scope;
  if (const std::string outside = scope ? outsideOf(*scope, found.facts) : ""; !outside.empty())
    return ImportExplanation{true, "outside", "Not imported: " + outside + "."};
  return std::nullopt;
}

// Explains one that was left aside under other settings than today's: these decide, not the record. An
// importFrom keeps nobody away who was a new hire already.
ImportExplanation explainOutdated(Call& call, Client& client, const Settings& settings,
                                  const ApplicationRecord& identity, const std::string& id,
                                  FetchedHire& found) {
  const std::int64_t countsFrom = identity.fate == HireStatus::withdrawn ? 0 : settings.countsFrom();
  const auto why = found.ok() ? notImported(client, settings, countsFrom, found) : std::nullopt;
  if (found.error.error == ErrorKind::refused)
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
std::optional<ImportExplanation> explainHeld(Call& call, AshbySession& session, const std::string& id) {
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  const HeldIdentity held = findIdentity(call.store(), id);
  if (!settings.complete() || !held.identity || !isOutdated(*held.identity, settings))
    return explainApplication(call, id);
  Client client(call, session);
  FetchedHire found = readApplications(client, {id}).front();
  return explainOutdated(call, client, settings, *held.identity, id, found);
}

// Explains an application that Ashby has just shown.
ImportExplanation explainFacts(Call& call, Client& client, const Settings& settings, FetchedHire& found) {
  const std::string& id = found.facts.application.id;
  const HeldIdentity held = findIdentity(call.store(), id);
  if (held.identity && isOutdated(*held.identity, settings))
    return explainOutdated(call, client, settings, *held.identity, id, found);
  if (auto known = explainApplication(call, id)) return *known;
  if (auto why = notImported(client, settings, settings.countsFrom(), found)) return *why;
  return {true, "not_told",
          "Hired in Ashby, but no delivery has told of it yet: the next comparison with Ashby brings this "
          "person, at most a quarter of an hour from now."};
}

integration::PersonExplanation person(Call& call, const std::string& name, const std::string& applicationId,
                                      const ImportExplanation& answer) {
  const HeldIdentity held = findIdentity(call.store(), applicationId);
  const bool isAHire =
      held.identity && held.identity->fate != HireStatus::ignored && !held.identity->hireId.empty();
  return {name.empty() ? std::nullopt : Text(name), Text(applicationId),
          isAHire ? Text(held.identity->hireId) : std::nullopt, answer.state, answer.reason};
}

// Returns what Ashby says of one person, by the application that is asked about: the hired one, if any, is
// missed.
integration::PersonExplanation explainCandidate(Call& call, Client& client, const Settings& settings,
                                                const FoundPerson& candidate, std::size_t most) {
  if (candidate.applicationIds.empty())
    return {candidate.name, std::nullopt, std::nullopt, "not_hired",
            "Ashby knows the person, who has applied for no job."};
  std::vector<std::string> ids = candidate.applicationIds;
  if (ids.size() > most) ids.resize(most);
  std::vector<FetchedHire> read = readApplications(client, ids);
  FetchedHire* best = &read.front();
  for (FetchedHire& one : read)
    if (one.ok() && (!best->ok() || (one.facts.application.hired() && !best->facts.application.hired())))
      best = &one;
  const std::string& id = ids[static_cast<std::size_t>(best - read.data())];
  if (best->ok()) return person(call, candidate.name, id, explainFacts(call, client, settings, *best));
  return person(
      call, candidate.name, id,
      best->error.error != ErrorKind::refused
          ? notAsked(best->error)
          : ImportExplanation{false, "unknown",
                              "Ashby does not show this application to the key: it was deleted, or its job "
                              "is confidential."});
}

// Explains one application that isn't held here.
ImportExplanation askApplication(Call& call, AshbySession& session, const Settings& settings,
                                 const std::string& id) {
  Client client(call, session);
  const auto one = explainCandidate(call, client, settings, {"", {id}}, 1);
  return {one.state != "unknown", one.state, one.reason, {}};
}

// Adds those in Ashby who aren't among the people yet; returns what to say if nobody is found at all.
ImportExplanation askAshby(Call& call, AshbySession& session, const Settings& settings,
                           const PersonQuery& query, std::vector<integration::PersonExplanation>& people) {
  if (!settings.complete())
    return {false, "unknown",
            "Nothing is known of it here, and Ashby can't be asked before there is an API key."};
  Client client(call, session);
  const AshbyPeople found = peopleInAshby(client, query);
  if (!found.answer.ok() && found.answer.error != ErrorKind::refused) return notAsked(found.answer);
  const auto isTold = [&](const std::string& id) {
    return std::any_of(people.begin(), people.end(),
                       [&](const integration::PersonExplanation& one) { return one.applicationId == id; });
  };
  std::size_t left = kMostLookedAt;
  for (const FoundPerson& one : found.people) {
    if (left == 0) break;
    if (std::any_of(one.applicationIds.begin(), one.applicationIds.end(), isTold)) continue;
    people.push_back(explainCandidate(call, client, settings, one, left));
    left -= std::min(left, std::max<std::size_t>(one.applicationIds.size(), 1));
  }
  return {false, "unknown",
          "Ashby shows the key nobody of this " + std::string(query.isAddress() ? "e-mail" : "name") +
              ": check the spelling, whether the person was deleted there, and whether the job is "
              "confidential."};
}

// Tells of each person who fits, by name.
ImportExplanation explainPeople(std::vector<integration::PersonExplanation> people) {
  if (people.size() == 1) {
    ImportExplanation answer{
        people.front().state != "unknown", people.front().state, people.front().reason, {}};
    answer.people = std::move(people);
    return answer;
  }
  ImportExplanation answer{true, "several", std::to_string(people.size()) + " people fit.",
                           std::move(people)};
  for (const integration::PersonExplanation& one : answer.people)
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

ImportExplanation explainWhy(Call& call, AshbySession& session, const integration::ExplainQuery& asked) {
  const Text wanted = tidied(asked.q);
  if (!wanted)
    throw integration::Failure(integration::Code::invalidArgument,
                               "ask for an application id, e-mail or name");
  const PersonQuery query(*wanted);
  if (isId(*wanted))
    if (auto answer = explainHeld(call, session, *wanted)) {
      answer->people.push_back(person(call, heldName(call, *wanted), *wanted, *answer));
      return *answer;
    }
  std::vector<integration::PersonExplanation> people;
  for (const FoundPerson& one : peopleHere(call.store(), query))
    if (auto answer = explainHeld(call, session, one.applicationIds.front()))
      people.push_back(person(call, one.name, one.applicationIds.front(), *answer));
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  if (people.empty() && query.isApplication() && settings.complete())
    return askApplication(call, session, settings, *wanted);
  // An address is one person's. Somebody else may have the same name.
  if (!people.empty() && query.isAddress()) return explainPeople(std::move(people));
  const ImportExplanation nobody = askAshby(call, session, settings, query, people);
  return people.empty() ? nobody : explainPeople(std::move(people));
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
