#include "situation.hpp"

#include <algorithm>
#include <boost/algorithm/string/replace.hpp>
#include <cctype>

#include "fields/fields.hpp"
#include "integration/describe_json.hpp"

namespace ashby::test {
namespace {

Json parsed(const char* text) {
  auto json = ashby_simulator::parseJson(text);
  if (!json) throw std::runtime_error(std::string("the table holds no JSON: ") + text);
  return *std::move(json);
}

Json orNull(const Text& text) {
  return text ? Json(*text) : Json();
}

}  // namespace

void PrintTo(const Situation& situation, std::ostream* out) {
  *out << situation.what;
}

// Turns "An offer that was declined" into AnOfferThatWasDeclined.
std::string testName(const testing::TestParamInfo<Situation>& info) {
  std::string name;
  bool begins = true;
  for (const char c : std::string(info.param.what)) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      name += begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    begins = std::isalnum(static_cast<unsigned char>(c)) == 0;
  }
  return name;
}

void Situations::run(const Situation& situation) {
  for (const char* type :
       {"offerCreate", "offerUpdate", "offerDelete", "candidateMerge", "candidateDelete"}) {
    const auto id = ashby.world.outbox.create(type, "https://host.example/hook", kSecretToken);
    ashby.world.delivered(ashby.world.outbox.pingOf(*id, host.clock.now())->deliveryId, {200, ""},
                          host.clock.now());
  }
  for (const Json& one : parsed(situation.before)) step(one);
  std::string wanted = situation.hire;
  for (const auto& [name, id] : ids_) boost::algorithm::replace_all(wanted, name, id);
  applicationId_ = hire(parsed(wanted.c_str()));
  candidateId_ =
      ashby.world.records.applications.findDoc(applicationId_)->at("candidate").at("id").get<std::string>();
  deliver();
  pass(kSecond);
  for (const Json& one : parsed(situation.after)) step(one);
  look(parsed(situation.shown));
}

std::string Situations::offerId() const {
  return ashby.world.records.offersOf(applicationId_).back();
}

void Situations::step(const Json& step) {
  const std::string name = step.at(0).get<std::string>();
  if (name == "settings") {
    configure(step.at(1).dump());
  } else if (name == "list") {
    host.lists.set(step.at(1).get<std::string>(), step.at(2).get<std::vector<std::string>>());
  } else if (name == "member") {
    integration::HireFields member;
    for (const auto& [field, value] : step.at(1).items()) setField(member, field, value.get<std::string>());
    host.members.create("elsewhere", member);
  } else if (name == "user") {
    ids_[step.at(1).get<std::string>()] = ashby.world.organization.addUser(step.at(2), host.clock.now());
  } else if (name == "location") {
    ids_[step.at(1).get<std::string>()] = ashby.world.organization.addLocation(step.at(2), host.clock.now());
  } else if (name == "odd") {
    ashby.world.api.faults.add(
        {.kind = "odd", .endpoint = step.at(1).get<std::string>(), .patch = step.at(2).dump()});
  } else if (name == "another") {
    hire(step.at(1));
  } else if (name == "edit") {
    integration::EditRequest request{hireOf(applicationId_).id, {}, {}, {}};
    for (const auto& [field, value] : step.at(1).items())
      request.fields[field] = value.is_null() ? Text() : Text(value.get<std::string>());
    edit(request);
  } else if (name == "revert") {
    edit({hireOf(applicationId_).id, {}, step.at(1).get<std::vector<std::string>>(), {}});
  } else if (name == "promote") {
    integration::PromoteRequest request{hireOf(applicationId_).id, {}, {}};
    if (step.size() > 1)
      for (const auto& [field, value] : step.at(1).items()) request.fields[field] = value.get<std::string>();
    promote(request);
  } else if (name == "discard") {
    discard(hireOf(applicationId_).id);
  } else if (name == "erase") {
    discard(hireOf(applicationId_).id, true);
  } else if (name == "restore") {
    restore(hireOf(applicationId_).id);
  } else if (name == "a day passes") {
    pass(kDay + kHour);
  } else if (name == "a month passes") {
    pass(31 * kDay);
  } else {
    stepInAshby(name, step);
  }
  deliver();
  pass(2 * kMinute);
}

void Situations::stepInAshby(const std::string& name, const Json& step) {
  auto& recruiting = ashby.world.recruiting;
  const std::int64_t now = host.clock.now();
  if (name == "unhire") return recruiting.unhire(applicationId_, now);
  if (name == "hire again") return recruiting.hire(applicationId_, now);
  if (name == "archive") return recruiting.archive(applicationId_, "RejectedByOrg", now);
  if (name == "edit candidate") return recruiting.editCandidate(candidateId_, step.at(1), now);
  if (name == "edit application") return recruiting.editApplication(applicationId_, step.at(1), now);
  if (name == "anonymise") return recruiting.anonymizeCandidate(candidateId_, now);
  if (name == "delete candidate") return recruiting.deleteCandidate(candidateId_, now);
  if (name == "merge into another") {
    const std::string survivor = recruiting.addCandidate(step.at(1), now);
    return recruiting.mergeCandidates(survivor, candidateId_, now);
  }
  if (name == "change offer") return recruiting.addOfferVersion(offerId(), step.at(1), now);
  if (name == "decide approval")
    return recruiting.decideApproval(offerId(), step.at(1).get<std::string>(), now);
  if (name == "accept offer") return recruiting.acceptOffer(offerId(), now);
  if (name == "decline offer") return recruiting.declineOffer(offerId(), now);
  if (name == "cancel offer") return recruiting.cancelOffer(offerId(), now);
  if (name == "delete offer") return recruiting.deleteOffer(offerId(), now);
  if (name == "edit offer") return recruiting.editOffer(offerId(), step.at(1), now);
  if (name == "offer again") {
    const std::string id = recruiting.makeOffer(applicationId_, step.at(1), now);
    return recruiting.sendOffer(id, now);
  }
  if (name == "transfer") {
    const std::string job = ashby.world.organization.addJob(step.at(1), now);
    return recruiting.transfer(applicationId_, job, now);
  }
  throw std::runtime_error("the table names an unknown step: " + name);
}

// Returns the shown values of all names in `wanted`.
Json Situations::seen(const Json& wanted) {
  Json seen = Json::object();
  std::optional<NewHire> found;
  for (const HireState state :
       {HireState::staged, HireState::promoted, HireState::discarded, HireState::withdrawn})
    for (NewHire& one : hires(state))
      if (one.source.applicationId == applicationId_) found = std::move(one);
  for (const auto& [name, value] : wanted.items()) {
    if (name == "why") {
      seen[name] = why(applicationId_).state;
    } else if (name == "reason") {
      const std::string reason = why(applicationId_).reason;
      seen[name] = reason.find(value.get<std::string>()) != std::string::npos ? value : Json(reason);
    } else if (!found) {
      seen[name] = nullptr;
    } else if (name == "state") {
      seen[name] = integration::toJson(found->state);
    } else if (name == "issues") {
      seen[name] = Json::array();
      for (const auto& issue : found->issues) seen[name].push_back(issue.path + ":" + issue.code);
    } else if (name == "changes") {
      seen[name] = Json::array();
      for (const auto& change : found->changes)
        seen[name].push_back({change.path, orNull(change.source), orNull(change.yours)});
    } else if (name == "suggestions") {
      seen[name] = Json::array();
      for (const auto& one : found->suggestions)
        seen[name].push_back({one.path, one.source, orNull(one.value)});
    } else if (name == "files") {
      seen[name] = Json::array();
      for (const auto& file : found->files) seen[name].push_back(file.name);
    } else if (name == "duplicates") {
      seen[name] = Json::array();
      for (const auto& one : found->possibleDuplicates) seen[name].push_back(one.kind);
    } else if (name == "alternatives") {
      seen[name] = Json::array();
      for (const auto& other : found->nameParts.alternatives)
        seen[name].push_back(other.at("firstName").value_or("-") + "|" +
                             other.at("middleName").value_or("-") + "|" + other.at("lastName").value_or("-"));
    } else if (name == "title") {
      seen[name] = orNull(found->nameParts.title);
    } else if (name == "suffix") {
      seen[name] = orNull(found->nameParts.suffix);
    } else {
      seen[name] = orNull(fieldOf(found->fields, name));
    }
  }
  return seen;
}

void Situations::look(const Json& shown) {
  EXPECT_EQ(seen(shown).dump(1), shown.dump(1));
}

}  // namespace ashby::test
