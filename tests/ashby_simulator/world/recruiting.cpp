#include "world/recruiting.hpp"

#include <utility>

#include "world/documents.hpp"
#include "world/endpoints/views.hpp"

namespace ashby_simulator {

using documents::ActionError;
using documents::existing;
using documents::merged;
using documents::take;

namespace {

constexpr auto kAbsentByDefault = {"position", "company", "school", "location"};

/// Turns `email` and `phone` into whole lists.
void expandContacts(Json& given) {
  if (given.contains("email"))
    given["emailAddresses"] = documents::contacts(take(given, "email"), "Personal");
  if (given.contains("phone")) given["phoneNumbers"] = documents::contacts(take(given, "phone"), "Personal");
}

void refuseFixedFields(const Json& given) {
  for (const char* fixed : {"status", "candidate", "job", "currentInterviewStage"}) {
    if (given.contains(fixed)) {
      throw ActionError("'" + std::string(fixed) +
                        "' of an application changes by an action, not by an edit");
    }
  }
}

std::string statusIn(const Stage& stage) {
  return stage.type == "Hired" || stage.type == "Archived" || stage.type == "Lead" ? stage.type : "Active";
}

}  // namespace

std::string Recruiting::addCandidate(const Json& given, Millis now) {
  Json fields = given;
  expandContacts(fields);
  const std::string id = ids_.uuid();
  const Json defaults = {
      {"id", id},
      {"createdAt", isoTime(now)},
      {"updatedAt", isoTime(now)},
      {"name", "Nadia Okoye"},
      {"emailAddresses", Json::array()},
      {"phoneNumbers", Json::array()},
      {"socialLinks", Json::array()},
      {"tags", Json::array()},
      {"resumeFileHandle", nullptr},
      {"fileHandles", Json::array()},
      {"customFields", Json::array()},
      {"profileUrl", "https://app.ashbyhq.com/candidate-searches/new/right-side/candidates/" + id},
      {"source", nullptr},
      {"creditedToUser", nullptr},
      {"timezone", nullptr},
      {"fraudStatus", nullptr}};
  return textOf(records_.candidates.add(merged(defaults, fields, "candidate", kAbsentByDefault), now).doc,
                "id");
}

void Recruiting::editCandidate(const std::string& id, const Json& given, Millis now) {
  Json fields = given;
  expandContacts(fields);
  records_.candidates.change(
      id, merged(existing(records_.candidates, "candidate", id), fields, "candidate", kAbsentByDefault), now);
}

void Recruiting::mergeCandidates(const std::string& survivorId, const std::string& goneId, Millis now) {
  Json survivor = existing(records_.candidates, "candidate", survivorId);
  const Json gone = existing(records_.candidates, "candidate", goneId);
  if (survivorId == goneId) throw ActionError("a candidate can't be merged into itself");
  for (const char* list : {"emailAddresses", "phoneNumbers"}) {
    for (Json contact : gone.at(list)) {
      contact["isPrimary"] = survivor.at(list).empty();
      survivor[list].push_back(std::move(contact));
    }
  }
  for (const std::string& id : records_.takeApplicationsOf(goneId)) {
    Json application = *records_.applications.findDoc(id);
    application["candidate"]["id"] = survivorId;
    records_.linkApplication(survivorId, id);
    records_.applications.change(id, std::move(application), now);
  }
  records_.candidates.change(survivorId, std::move(survivor), now);
  records_.candidates.remove(goneId);
  outbox_.emit("candidateMerge",
               {{"deletedCandidate", {{"id", goneId}}}, {"mergedCandidate", {{"id", survivorId}}}},
               ids_.uuid(), now);
}

void Recruiting::deleteCandidate(const std::string& id, Millis now) {
  existing(records_.candidates, "candidate", id);
  for (const std::string& applicationId : records_.takeApplicationsOf(id)) {
    for (const std::string& offerId : records_.takeOffersOf(applicationId)) records_.offers.remove(offerId);
    records_.applications.remove(applicationId);
  }
  records_.candidates.remove(id);
  outbox_.emit("candidateDelete", {{"candidate", {{"id", id}}}}, ids_.uuid(), now);
}

void Recruiting::anonymizeCandidate(const std::string& id, Millis now) {
  Json candidate = existing(records_.candidates, "candidate", id);
  candidate["name"] = "Anonymized Candidate";
  for (const char* list : {"emailAddresses", "phoneNumbers", "socialLinks", "fileHandles", "customFields"})
    candidate[list] = Json::array();
  candidate["resumeFileHandle"] = nullptr;
  candidate["timezone"] = nullptr;
  for (const char* name : kAbsentByDefault) candidate.erase(name);
  for (const std::string& applicationId : records_.applicationsOf(id)) {
    Json application = *records_.applications.findDoc(applicationId);
    if (application.erase("resumeFileHandle") > 0)
      records_.applications.change(applicationId, std::move(application), now);
  }
  records_.candidates.change(id, std::move(candidate), now);
}

std::string Recruiting::addApplication(const Json& given, Millis now) {
  Json fields = given;
  const Json candidateId = take(fields, "candidateId");
  const Json jobId = take(fields, "jobId");
  refuseFixedFields(fields);
  existing(records_.candidates, "candidate", candidateId.is_string() ? candidateId.get<std::string>() : "");
  existing(records_.jobs, "job", jobId.is_string() ? jobId.get<std::string>() : "");
  const std::string id = ids_.uuid();
  const Json defaults = {{"id", id},
                         {"createdAt", isoTime(now)},
                         {"updatedAt", isoTime(now)},
                         {"status", "Active"},
                         {"customFields", Json::array()},
                         {"candidate", {{"id", candidateId}}},
                         {"currentInterviewStage", nullptr},
                         {"source", nullptr},
                         {"archiveReason", nullptr},
                         {"job", {{"id", jobId}}},
                         {"creditedToUser", nullptr},
                         {"hiringTeam", Json::array()},
                         {"openings", Json::array()},
                         {"appliedViaJobPostingId", nullptr},
                         {"submitterClientIp", nullptr},
                         {"submitterUserAgent", nullptr},
                         {"applicationHistory", Json::array()}};
  Json application = merged(defaults, fields, "application", {"resumeFileHandle"});
  enterStage(application, records_.stageOfType("PreInterviewScreen"), now);
  records_.applications.add(std::move(application), now);
  records_.linkApplication(candidateId.get<std::string>(), id);
  tellApplication("applicationSubmit", id, ids_.uuid(), now);
  return id;
}

void Recruiting::editApplication(const std::string& id, const Json& given, Millis now) {
  refuseFixedFields(given);
  records_.applications.change(id,
                               merged(existing(records_.applications, "application", id), given,
                                      "application", {"resumeFileHandle", "archivedAt"}),
                               now);
  tellApplication("applicationUpdate", id, ids_.uuid(), now);
}

void Recruiting::transfer(const std::string& applicationId, const std::string& jobId, Millis now) {
  Json application = existing(records_.applications, "application", applicationId);
  existing(records_.jobs, "job", jobId);
  application["job"]["id"] = jobId;
  records_.applications.change(applicationId, std::move(application), now);
  tellApplication("applicationUpdate", applicationId, ids_.uuid(), now);
}

void Recruiting::move(const std::string& applicationId, const std::string& stageType, Millis now) {
  Json application = existing(records_.applications, "application", applicationId);
  const Stage& stage = records_.stageOfType(stageType);
  if (textOf(application.at("currentInterviewStage"), "id") == stage.id) return;
  enterStage(application, stage, now);
  records_.applications.change(applicationId, std::move(application), now);

  const std::string actionId = ids_.uuid();
  if (stage.type == "Hired") tellApplication("candidateHire", applicationId, actionId, now);
  tellApplication("candidateStageChange", applicationId, actionId, now);
  tellApplication("applicationUpdate", applicationId, actionId, now);
}

void Recruiting::archive(const std::string& applicationId, const std::string& reason, Millis now) {
  Json application = existing(records_.applications, "application", applicationId);
  enterStage(application, records_.stageOfType("Archived"), now);
  application["archiveReason"] = {{"id", ids_.uuid()},
                                  {"text", reason},
                                  {"reasonType", "Other"},
                                  {"isArchived", false},
                                  {"customFields", Json::array()}};
  records_.applications.change(applicationId, std::move(application), now);
  const std::string actionId = ids_.uuid();
  tellApplication("candidateStageChange", applicationId, actionId, now);
  tellApplication("applicationUpdate", applicationId, actionId, now);
}

void Recruiting::enterStage(Json& application, const Stage& stage, Millis now) {
  Json& history = application["applicationHistory"];
  if (!history.empty()) {
    Json left;
    for (const auto& [name, value] : history.back().items()) {
      left[name] = value;
      if (name == "enteredStageAt") left["leftStageAt"] = isoTime(now);
    }
    left["allowedActions"] = {"set_entered_at", "delete"};
    history.back() = std::move(left);
  }
  history.push_back({{"id", ids_.uuid()},
                     {"stageId", stage.id},
                     {"title", stage.title},
                     {"enteredStageAt", isoTime(now)},
                     {"stageNumber", history.size()},
                     {"allowedActions", Json::array({"set_entered_at"})},
                     {"actorId", nullptr}});
  application["currentInterviewStage"] = {{"id", stage.id}};
  application["status"] = statusIn(stage);
  if (stage.type == "Archived") {
    application["archivedAt"] = isoTime(now);
  } else {
    application["archiveReason"] = nullptr;
    application.erase("archivedAt");
  }
}

void Recruiting::tellApplication(const char* action, const std::string& id, const std::string& actionId,
                                 Millis now) {
  if (!outbox_.isAwaited(action)) return;
  Json data = {
      {"application", views::application(records_, *records_.applications.findDoc(id), views::kEverything)}};
  if (std::string(action) == "candidateHire") {
    Json offer = views::acceptedOffer(records_, id);
    if (!offer.is_null()) data["offer"] = std::move(offer);
  }
  outbox_.emit(action, data, actionId, now);
}

}  // namespace ashby_simulator
