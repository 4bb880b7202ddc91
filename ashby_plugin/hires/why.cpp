#include "hires/why.hpp"

#include "ashby/client.hpp"
#include "ashby/ids.hpp"
#include "hires/activity.hpp"
#include "hires/fact_finding.hpp"
#include "hires/inbox.hpp"
#include "hires/ledger.hpp"
#include "hires/listing.hpp"
#include "hires/rereading/verdict.hpp"
#include "hires/settings.hpp"
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
      return {true, "staged", "It is among the new hires."};
    case Fate::promoted:
      return {true, "promoted", "It was added as a member."};
    case Fate::discarded:
      return {true, "discarded", "It was deleted from the new hires: restore it to bring it back."};
    case Fate::withdrawn:
      return {true, "withdrawn", "It was withdrawn: " + identity.reason + "."};
    case Fate::ignored:
      break;
  }
  return {true, "ignored", "It is not imported: " + identity.reason + "."};
}

std::optional<WhyAnswer> ofApplication(Call& call, const std::string& id) {
  const HeldIdentity held = findIdentity(call.store(), id);
  const bool isAHire = held.identity && held.identity->fate != Fate::ignored;
  const auto item = isAHire ? std::nullopt : findItem(call, id);
  if (item && !item->item.reason.empty())
    return WhyAnswer{true, "retrying",
                     "It could not be read yet: " + item->item.reason + ". It is tried again."};
  // What was read of it stands until it is read again.
  if (held.identity) return ofIdentity(*held.identity);
  if (!item) return std::nullopt;
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  return WhyAnswer{true, "waiting",
                   settings.complete() ? "It is about to be read from Ashby."
                                       : "It waits for an API key to be read from Ashby with."};
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
                     "Ashby does not mark it as hired: it is " +
                         (application.status.empty() ? std::string("open") : application.status) +
                         (stage && stage->title ? ", in the stage \"" + *stage->title + "\"." : ".")};
  }
  readHires(client, settings.chosen(), {{&found, true}});
  if (!found.ok()) return notAsked(found.trouble);
  const auto moment = hireMoment(application, found.facts.offers);
  if (moment && *moment < countsFrom)
    return WhyAnswer{true, "too_early",
                     "It was hired on " + integration::formatDate(*moment) + ", before " +
                         integration::formatDate(countsFrom) +
                         ", from when on this connection imports: a catch-up can bring it."};
  const auto& scope = settings.chosen().scope;
  if (const std::string outside = scope ? outsideOf(*scope, found.facts) : ""; !outside.empty())
    return WhyAnswer{true, "outside", "It is not imported: " + outside + "."};
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
            "Under earlier settings it was not imported: " + identity.reason +
                ". Ashby does not show it to the key any more: it was deleted, or its job is confidential."};
  if (!found.ok())
    return {true, "waiting",
            "Under earlier settings it was not imported: " + identity.reason +
                ". It is read again, to be judged by today's."};
  if (why) return *why;
  untilCommitted([&]() -> std::optional<bool> {
    integration::Commit commit;
    enqueue(commit, call.store().get(keys::inbox(id)), {id, identity.updatedAt}, call.clock().now());
    return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
  return {true, "waiting", "It is imported by today's settings: it is about to be read from Ashby."};
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
          "It is hired in Ashby, and no delivery has told of it yet: the next comparison with "
          "Ashby brings it, at most a quarter of an hour from now."};
}

WhyAnswer askAshby(Call& call, Link& link, const Settings& settings, const std::string& wanted) {
  Client client(call, link);
  std::vector<std::string> ids;
  if (isId(wanted) && wanted.find('-') != std::string::npos) {
    ids.push_back(wanted);
  } else {
    const bool isEmail = wanted.find('@') != std::string::npos;
    Answer answer = client.ask({"candidate.search", {{isEmail ? "email" : "name", wanted}}});
    if (!answer.ok() && answer.trouble != Trouble::refused) return notAsked(answer);
    const auto candidates = answer.ok() ? itemsAs<Candidate>(answer) : std::vector<Candidate>();
    for (const Candidate& candidate : candidates)
      for (const std::string& id : candidate.applicationIds)
        if (ids.size() < kMostLookedAt && isId(id)) ids.push_back(id);
    if (candidates.empty())
      return {
          false, "unknown",
          "Ashby shows nobody of this " + std::string(isEmail ? "e-mail" : "name") +
              " to the key: it is written otherwise there, was deleted, or belongs to a confidential job."};
    if (ids.empty()) return {true, "not_hired", "Ashby knows the person, who has applied for no job."};
  }
  // The hired one, if any, is the one that is missed.
  std::vector<Found> found = readApplications(client, ids);
  for (Found& one : found)
    if (one.ok() && one.facts.application.hired()) return ofFacts(call, client, settings, one);
  for (Found& one : found)
    if (one.ok()) return ofFacts(call, client, settings, one);
  if (found.front().trouble.trouble != Trouble::refused) return notAsked(found.front().trouble);
  return {false, "unknown",
          "Ashby does not show this application to the key: it was deleted, or its job is confidential."};
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

WhyAnswer explainWhy(Call& call, Link& link, const integration::WhyQuery& query) {
  const Text wanted = tidied(query.q);
  if (!wanted)
    throw integration::Failure(integration::Code::invalidArgument,
                               "ask for an application id, e-mail or name");
  if (isId(*wanted))
    if (auto answer = ofHeld(call, link, *wanted)) return *answer;
  for (const HireState state :
       {HireState::staged, HireState::promoted, HireState::discarded, HireState::withdrawn}) {
    integration::ListQuery list;
    list.state = state;
    list.q = *wanted;
    list.limit = 1;
    const integration::ListPage page = listHires(call, list);
    if (page.data.empty()) continue;
    if (auto answer = ofHeld(call, link, page.data.front().source.applicationId)) return *answer;
  }
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  if (!settings.complete())
    return {false, "unknown",
            "Nothing is known of it here, and Ashby can't be asked before there is an API key."};
  return askAshby(call, link, settings, *wanted);
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
