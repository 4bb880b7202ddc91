#include "world/new_hires.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "world/documents.hpp"

namespace ashby_simulator {

using documents::ActionError;
using documents::merged;

namespace {

constexpr std::array<std::string_view, 6> kOffers = {"none",     "created",  "pending",
                                                     "accepted", "declined", "cancelled"};

const Json& defaults() {
  static const Json kDefaults = {{"name", "Nadia Okoye"},
                                 {"email", "nadia.okoye@example.org"},
                                 {"phone", "+44 7700 900123"},
                                 {"jobTitle", "Backend Engineer"},
                                 {"department", "Engineering"},
                                 {"team", nullptr},
                                 {"location", nullptr},
                                 {"manager", "marta.ostrow@acme.example"},
                                 {"confidential", false},
                                 {"startDate", "2027-01-04"},
                                 {"salary", 82000},
                                 {"currency", "GBP"},
                                 {"offer", "accepted"},
                                 {"hire", true},
                                 {"hiredAt", nullptr},
                                 {"candidateFields", Json::object()},
                                 {"applicationFields", Json::object()},
                                 {"offerFields", Json::object()},
                                 {"jobFields", Json::object()},
                                 {"locationFields", Json::object()}};
  return kDefaults;
}

/// Returns the id of the first record that has all members of `wanted`; empty if there is none.
std::string findLike(const Collection& collection, const Json& wanted) {
  for (const std::string& id : collection.ids()) {
    const Json& doc = *collection.findDoc(id);
    bool same = true;
    for (const auto& [name, value] : wanted.items()) same = same && member(doc, name) == value;
    if (same) return id;
  }
  return {};
}

Json termsOf(const Json& person) {
  Json terms = Json::object();
  if (!person.at("startDate").is_null()) terms["startDate"] = person.at("startDate");
  Json salary = Json::object();
  if (!person.at("currency").is_null()) salary["currencyCode"] = person.at("currency");
  if (!person.at("salary").is_null()) salary["value"] = person.at("salary");
  if (!salary.empty()) terms["salary"] = std::move(salary);
  terms.update(person.at("offerFields"));
  return terms;
}

}  // namespace

Json NewHires::add(const Json& given, Millis now) {
  const Json person = merged(defaults(), given, "hire");
  Millis at = now;
  if (!person.at("hiredAt").is_null()) {
    const auto hiredAt = parseIsoTime(textOf(person, "hiredAt"));
    if (!hiredAt) throw ActionError("'hiredAt' must be an ISO date or time");
    at = *hiredAt;
  }
  const std::string offer = textOf(person, "offer");
  if (std::find(kOffers.begin(), kOffers.end(), offer) == kOffers.end()) {
    throw ActionError("'offer' must be none, created, pending, accepted, declined or cancelled");
  }

  Json jobWanted = {{"title", person.at("jobTitle")},
                    {"departmentId", nullptr},
                    {"locationId", nullptr},
                    {"confidential", person.at("confidential")}};
  Json ids = Json::object();
  if (!person.at("department").is_null()) {
    ids["departmentId"] = jobWanted["departmentId"] = departmentOf(textOf(person, "department"), nullptr, at);
  }
  if (!person.at("team").is_null()) {
    ids["teamId"] = jobWanted["departmentId"] =
        departmentOf(textOf(person, "team"), member(ids, "departmentId"), at);
  }
  if (!person.at("location").is_null()) {
    Json wanted = {{"name", person.at("location")}};
    wanted.update(person.at("locationFields"));
    ids["locationId"] = jobWanted["locationId"] = locationOf(wanted, at);
  } else if (!person.at("locationFields").empty()) {
    throw ActionError("'locationFields' are those of a 'location'");
  }
  if (!person.at("manager").is_null())
    jobWanted["hiringTeam"] =
        Json::array({{{"userId", managerOf(textOf(person, "manager"), at)}, {"role", "Hiring Manager"}}});
  jobWanted.update(person.at("jobFields"));
  const std::string jobId = jobOf(jobWanted, at);

  Json candidate = {
      {"name", person.at("name")}, {"email", person.at("email")}, {"phone", person.at("phone")}};
  const Json& candidateFields = person.at("candidateFields");
  if (candidateFields.contains("emailAddresses")) candidate.erase("email");
  if (candidateFields.contains("phoneNumbers")) candidate.erase("phone");
  candidate.update(candidateFields);
  const std::string candidateId = recruiting_.addCandidate(candidate, at);
  Json application = {{"candidateId", candidateId}, {"jobId", jobId}};
  application.update(person.at("applicationFields"));
  const std::string applicationId = recruiting_.addApplication(application, at);
  recruiting_.move(applicationId, "Offer", at);
  ids.update({{"jobId", jobId}, {"candidateId", candidateId}, {"applicationId", applicationId}});

  const bool hire = person.at("hire") == true;
  const bool advances =
      std::exchange(recruiting_.advanceOnOfferAccepted, recruiting_.advanceOnOfferAccepted && hire);
  const std::string offerId = offerOf(applicationId, offer, termsOf(person), at);
  recruiting_.advanceOnOfferAccepted = advances;
  if (!offerId.empty()) ids["offerId"] = offerId;
  if (hire) recruiting_.hire(applicationId, at);
  return ids;
}

Json NewHires::invented(std::size_t number) {
  static constexpr std::array kFirst = {"Amara",  "Björn", "Chloé", "Dmitri", "Elif", "Farid",
                                        "Grace",  "Hiro",  "Inés",  "Jakub",  "Kofi", "Lina",
                                        "Mateus", "Niamh", "Omar",  "Priya"};
  static constexpr std::array kLast = {"Okafor",  "Lindqvist", "Moreau", "Volkov", "Yilmaz", "Haddad",
                                       "O'Brien", "Tanaka",    "García", "Nowak",  "Mensah", "van der Berg",
                                       "Silva",   "Kelly",     "Rahman", "Sharma"};
  static constexpr std::array kJobs = {
      std::pair{"Backend Engineer", "Engineering"}, std::pair{"Product Designer", "Design"},
      std::pair{"Account Executive", "Sales"}, std::pair{"People Partner", "People"}};
  const auto& [title, department] = kJobs.at(ids_.below(kJobs.size()));
  return {
      {"name", std::string(kFirst.at(ids_.below(kFirst.size()))) + " " + kLast.at(ids_.below(kLast.size()))},
      {"email", "person" + std::to_string(number) + "@example.org"},
      {"phone", "+44 7700 900" + std::to_string(100 + number % 900)},
      {"jobTitle", title},
      {"department", department},
      {"salary", 40000 + 1000 * ids_.below(60)}};
}

std::string NewHires::departmentOf(const std::string& name, const Json& parentId, Millis now) {
  const std::string found = findLike(records_.departments, {{"name", name}, {"parentId", parentId}});
  return found.empty() ? organization_.addDepartment({{"name", name}, {"parentId", parentId}}, now) : found;
}

std::string NewHires::locationOf(const Json& wanted, Millis now) {
  const std::string found = findLike(records_.locations, wanted);
  return found.empty() ? organization_.addLocation(wanted, now) : found;
}

std::string NewHires::managerOf(const std::string& email, Millis now) {
  const std::string found = findLike(records_.users, {{"email", email}});
  if (!found.empty()) return found;
  return organization_.addUser({{"firstName", "Marta"}, {"lastName", "Ostrow"}, {"email", email}}, now);
}

std::string NewHires::jobOf(const Json& wanted, Millis now) {
  const std::string found = findLike(records_.jobs, wanted);
  return found.empty() ? organization_.addJob(wanted, now) : found;
}

std::string NewHires::offerOf(const std::string& applicationId, const std::string& kind, const Json& terms,
                              Millis now) {
  if (kind == "none") return {};
  const std::string id = recruiting_.makeOffer(applicationId, terms, now);
  if (kind == "created") return id;
  recruiting_.sendOffer(id, now);
  if (kind == "declined") recruiting_.declineOffer(id, now);
  if (kind == "cancelled") recruiting_.cancelOffer(id, now);
  // Accepting the offer hires, if advanceOnOfferAccepted is set.
  if (kind == "accepted") recruiting_.acceptOffer(id, now);
  return id;
}

}  // namespace ashby_simulator
