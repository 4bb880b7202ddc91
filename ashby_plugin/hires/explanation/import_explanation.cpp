#include "hires/explanation/import_explanation.hpp"

#include <algorithm>

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

// The name that the source gives to the hire of an application, "" if there is none.
std::string heldName(Call& call, const std::string& applicationId) {
  const HeldIdentity identity = findIdentity(call.store(), applicationId);
  if (!identity.identity) return "";
  const auto held = findHire(call.store(), identity.identity->hireId);
  return held ? held->document.source.name.value_or("") : "";
}

std::optional<ImportExplanation> explainApplication(Call& call, const HireSource& source,
                                                    const std::string& id) {
  const HeldIdentity held = findIdentity(call.store(), id);
  const bool isAHire = held.identity && held.identity->fate != HireStatus::ignored;
  const auto item = isAHire ? std::nullopt : findItem(call, id);
  if (item && !item->item.reason.empty())
    return ImportExplanation{
        true, "retrying",
        "Not read from " + source.name() + " yet: " + item->item.reason + ". This is tried again."};
  // The last reading stands until the next one.
  if (held.identity) return explainRecord(*held.identity);
  if (!item) return std::nullopt;
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  return ImportExplanation{true, "waiting",
                           settings.complete()
                               ? "About to be read from " + source.name() + "."
                               : "Waiting for an API key to read " + source.name() + " with."};
}

ImportExplanation notAsked(const HireSource& source, const SourceError& error) {
  return {
      false, "unknown",
      "Nothing is known of it here, and " + source.name() + " could not be asked: " + error.message + "."};
}

// A hire among those that were read together.
struct ReadHire {
  HireBatch& batch;
  std::size_t at;

  const SourceHire& hire() const { return batch.at(at); }
};

ImportExplanation notHired(const HireSource& source, const SourceApplication& application) {
  return {true, "not_hired",
          "Not marked as hired in " + source.name() + ": the application is " +
              (application.status.empty() ? std::string("open") : application.status) +
              (application.stage ? ", in the stage \"" + *application.stage + "\"." : ".")};
}

// Judges an application that the source has just shown by today's settings; nullopt if it is imported.
// countsFrom: hires before that time don't count.
std::optional<ImportExplanation> notImported(const HireSource& source, const Settings& settings,
                                             std::int64_t countsFrom, const ReadHire& read) {
  if (!read.hire().application().isHired) return notHired(source, read.hire().application());
  read.batch.readRest(settings.chosen(), {{read.at, true}});
  if (!read.hire().ok()) return notAsked(source, read.hire().error());
  const auto moment = read.hire().hireMoment();
  if (moment && *moment < countsFrom)
    return ImportExplanation{
        true, "too_early",
        "Hired on " + integration::formatDate(*moment) + ". This connection imports hires from " +
            integration::formatDate(countsFrom) + " on: a catch-up brings earlier ones."};
  const auto& scope = settings.chosen().scope;
  if (const std::string outside = scope ? read.hire().outsideOf(*scope) : ""; !outside.empty())
    return ImportExplanation{true, "outside", "Not imported: " + outside + "."};
  return std::nullopt;
}

// Explains one that was left aside under other settings than today's: these decide, not the record. An
// importFrom keeps nobody away who was a new hire already.
ImportExplanation explainOutdated(Call& call, const HireSource& source, const Settings& settings,
                                  const ApplicationRecord& identity, const std::string& id,
                                  const ReadHire& read) {
  const std::int64_t countsFrom = identity.fate == HireStatus::withdrawn ? 0 : settings.countsFrom();
  const auto why = read.hire().ok() ? notImported(source, settings, countsFrom, read) : std::nullopt;
  if (read.hire().error().kind == ErrorKind::refused)
    return {true, "ignored",
            "Not imported under earlier settings: " + identity.reason + ". " + source.name() +
                " does not show the application to the key any more: it was deleted, or its job is "
                "confidential."};
  if (!read.hire().ok())
    return {true, "waiting",
            "Not imported under earlier settings: " + identity.reason +
                ". About to be read again, to be judged by today's."};
  if (why) return *why;
  untilCommitted([&]() -> std::optional<bool> {
    integration::Commit commit;
    enqueue(commit, call.store().get(keys::inbox(id)), {id, identity.updatedAt}, call.clock().now());
    return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
  return {true, "waiting", "Imported by today's settings: about to be read from " + source.name() + "."};
}

// Explains one that is held here; nullopt if it isn't.
std::optional<ImportExplanation> explainHeld(Call& call, HireSource& source, const std::string& id) {
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  const HeldIdentity held = findIdentity(call.store(), id);
  if (!settings.complete() || !held.identity || !isOutdated(*held.identity, settings))
    return explainApplication(call, source, id);
  const std::unique_ptr<HireBatch> batch = source.readApplications({id});
  return explainOutdated(call, source, settings, *held.identity, id, {*batch, 0});
}

// Explains an application that the source has just shown.
ImportExplanation explainShown(Call& call, const HireSource& source, const Settings& settings,
                               const ReadHire& read) {
  const std::string& id = read.hire().application().id;
  const HeldIdentity held = findIdentity(call.store(), id);
  if (held.identity && isOutdated(*held.identity, settings))
    return explainOutdated(call, source, settings, *held.identity, id, read);
  if (auto known = explainApplication(call, source, id)) return *known;
  if (auto why = notImported(source, settings, settings.countsFrom(), read)) return *why;
  return {true, "not_told",
          "Hired in " + source.name() + ", but no delivery has told of it yet: the next comparison with " +
              source.name() + " brings this person, at most a quarter of an hour from now."};
}

integration::PersonExplanation person(Call& call, const std::string& name, const std::string& applicationId,
                                      const ImportExplanation& answer) {
  const HeldIdentity held = findIdentity(call.store(), applicationId);
  const bool isAHire =
      held.identity && held.identity->fate != HireStatus::ignored && !held.identity->hireId.empty();
  return {name.empty() ? std::nullopt : Text(name), Text(applicationId),
          isAHire ? Text(held.identity->hireId) : std::nullopt, answer.state, answer.reason};
}

// Returns the place of the application that tells most of a person: the hired one, else one that was read.
std::size_t mostTelling(const HireBatch& batch) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const SourceHire& one = batch.at(i);
    const bool isBetter =
        !batch.at(best).ok() || (one.application().isHired && !batch.at(best).application().isHired);
    if (one.ok() && isBetter) best = i;
  }
  return best;
}

// Explains one person by the application that is asked about: the hired one, if any, is missed.
integration::PersonExplanation explainCandidate(Call& call, HireSource& source, const Settings& settings,
                                                const FoundPerson& candidate, std::size_t most) {
  if (candidate.applicationIds.empty())
    return {candidate.name, std::nullopt, std::nullopt, "not_hired",
            source.name() + " knows the person, who has applied for no job."};
  std::vector<std::string> ids = candidate.applicationIds;
  if (ids.size() > most) ids.resize(most);
  const std::unique_ptr<HireBatch> batch = source.readApplications(ids);
  const ReadHire best{*batch, mostTelling(*batch)};
  const std::string& id = ids[best.at];
  if (best.hire().ok()) return person(call, candidate.name, id, explainShown(call, source, settings, best));
  return person(call, candidate.name, id,
                best.hire().error().kind != ErrorKind::refused
                    ? notAsked(source, best.hire().error())
                    : ImportExplanation{false, "unknown",
                                        source.name() +
                                            " does not show this application to the key: it was deleted, or "
                                            "its job is confidential."});
}

// Explains one application that isn't held here.
ImportExplanation askApplication(Call& call, HireSource& source, const Settings& settings,
                                 const std::string& id) {
  const auto one = explainCandidate(call, source, settings, {"", {id}}, 1);
  return {one.state != "unknown", one.state, one.reason, {}};
}

// Adds those in the source who aren't among the people yet. Returns what to say if nobody is found at all.
ImportExplanation askSource(Call& call, HireSource& source, const Settings& settings,
                            const PersonQuery& query, std::vector<integration::PersonExplanation>& people) {
  if (!settings.complete())
    return {
        false, "unknown",
        "Nothing is known of it here, and " + source.name() + " can't be asked before there is an API key."};
  const FittingPeople found = peopleInSource(source, query);
  if (!found.error.ok() && found.error.kind != ErrorKind::refused) return notAsked(source, found.error);
  const auto isTold = [&](const std::string& id) {
    return std::any_of(people.begin(), people.end(),
                       [&](const integration::PersonExplanation& one) { return one.applicationId == id; });
  };
  std::size_t left = kMostLookedAt;
  for (const FoundPerson& one : found.people) {
    if (left == 0) break;
    if (std::any_of(one.applicationIds.begin(), one.applicationIds.end(), isTold)) continue;
    people.push_back(explainCandidate(call, source, settings, one, left));
    left -= std::min(left, std::max<std::size_t>(one.applicationIds.size(), 1));
  }
  return {false, "unknown",
          source.name() + " shows the key nobody of this " +
              std::string(query.isAddress() ? "e-mail" : "name") +
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

}  // namespace

ImportExplanation explainWhy(Call& call, HireSource& source, const integration::ExplainQuery& asked) {
  const Text wanted = tidied(asked.q);
  if (!wanted)
    throw integration::Failure(integration::Code::invalidArgument,
                               "ask for an application id, e-mail or name");
  const PersonQuery query(*wanted);
  if (isId(*wanted))
    if (auto answer = explainHeld(call, source, *wanted)) {
      answer->people.push_back(person(call, heldName(call, *wanted), *wanted, *answer));
      return *answer;
    }
  std::vector<integration::PersonExplanation> people;
  for (const FoundPerson& one : peopleHere(call.store(), query))
    if (auto answer = explainHeld(call, source, one.applicationIds.front()))
      people.push_back(person(call, one.name, one.applicationIds.front(), *answer));
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  if (people.empty() && query.isApplication() && settings.complete())
    return askApplication(call, source, settings, *wanted);
  // An address is one person's. Somebody else may have the same name.
  if (!people.empty() && query.isAddress()) return explainPeople(std::move(people));
  const ImportExplanation nobody = askSource(call, source, settings, query, people);
  return people.empty() ? nobody : explainPeople(std::move(people));
}

}  // namespace ashby
