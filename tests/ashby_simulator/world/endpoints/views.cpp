#include "world/endpoints/views.hpp"

#include <algorithm>

namespace ashby_simulator::views {
namespace {

/// Returns an empty object with reserved space. Otherwise an ordered object copies its content each time it
/// grows, at every depth.
Json roomy() {
  constexpr std::size_t kMostMembers = 24;
  Json object = Json::object();
  object.get_ref<Json::object_t&>().reserve(kMostMembers);
  return object;
}

Json userOrNull(const Records& records, const Json& userId) {
  const Json* user = userId.is_string() ? records.users.findDoc(userId.get<std::string>()) : nullptr;
  return user == nullptr ? Json() : *user;
}

Json hiringTeam(const Records& records, const Json& roles) {
  Json team = Json::array();
  for (const Json& role : roles) {
    const Json user = userOrNull(records, member(role, "userId"));
    if (user.is_null()) continue;
    team.push_back({{"userId", user.at("id")},
                    {"firstName", user.at("firstName")},
                    {"lastName", user.at("lastName")},
                    {"email", member(user, "email")},
                    {"role", member(role, "role")}});
  }
  return team;
}

void copyPrimaryContact(const Json& contacts, const char* name, Json& to) {
  for (const Json& contact : contacts) {
    if (member(contact, "isPrimary") == true) to[name] = contact;
  }
}

void copyIfPresent(const Json& from, const char* name, Json& to) {
  if (from.contains(name)) to[name] = from.at(name);
}

Json candidateWithin(const Records& records, const Json& application) {
  const Json& doc = *records.candidates.findDoc(textOf(application.at("candidate"), "id"));
  Json shown = {{"id", doc.at("id")}, {"name", doc.at("name")}};
  copyPrimaryContact(doc.at("emailAddresses"), "primaryEmailAddress", shown);
  copyPrimaryContact(doc.at("phoneNumbers"), "primaryPhoneNumber", shown);
  return shown;
}

Json jobWithin(const Json& job) {
  Json shown = {{"id", job.at("id")}, {"title", job.at("title")}};
  if (!job.at("locationId").is_null()) shown["locationId"] = job.at("locationId");
  if (!job.at("departmentId").is_null()) shown["departmentId"] = job.at("departmentId");
  return shown;
}

Json stageWithin(const Records& records, const Json& application) {
  const Stage& stage = records.stage(textOf(application.at("currentInterviewStage"), "id"));
  return {{"id", stage.id},
          {"title", stage.title},
          {"type", stage.type},
          {"orderInInterviewPlan", stage.order},
          {"interviewStageGroupId", nullptr},
          {"interviewPlanId", records.interviewPlanId}};
}

const Json& jobOf(const Records& records, const Json& application) {
  return *records.jobs.findDoc(textOf(application.at("job"), "id"));
}

Json offerVersion(const Records& records, Json version) {
  version["author"] = userOrNull(records, member(version, "author"));
  return version;
}

Json formDefinition(int fieldCount) {
  Json fields = Json::array();
  for (int i = 0; i < fieldCount; ++i) {
    const std::string path = "offerField" + std::to_string(i);
    fields.push_back({{"isRequired", i == 0},
                      {"field",
                       {{"id", path},
                        {"type", "String"},
                        {"path", path},
                        {"humanReadablePath", "Offer field " + std::to_string(i)},
                        {"title", "Offer field " + std::to_string(i)},
                        {"isNullable", true}}}});
  }
  return {{"sections", Json::array({{{"title", "Offer"}, {"fields", std::move(fields)}}})}};
}

}  // namespace

bool jobVisible(const Json& job, Access access) {
  return access.confidential || job.at("confidential") != true;
}

bool applicationVisible(const Records& records, const Json& application, Access access) {
  return jobVisible(jobOf(records, application), access);
}

bool candidateVisible(const Records& records, const Json& candidate, Access access) {
  const auto& applications = records.applicationsOf(textOf(candidate, "id"));
  return applications.empty() ||
         std::any_of(applications.begin(), applications.end(), [&](const std::string& id) {
           return applicationVisible(records, *records.applications.findDoc(id), access);
         });
}

bool offerVisible(const Records& records, const Json& offer, Access access) {
  return applicationVisible(records, *records.applications.findDoc(textOf(offer, "applicationId")), access);
}

Json visibleFields(const Json& customFields, Access access) {
  if (access.privateFields || !customFields.is_array()) return customFields;
  Json visible = Json::array();
  for (const Json& field : customFields)
    if (member(field, "isPrivate") != true) visible.push_back(field);
  return visible;
}

Json openings(const Records& records, const Json& doc) {
  Json shown = Json::array();
  for (const Json& given : doc.at("openings")) {
    Json opening = {{"id", nullptr},           {"openedAt", nullptr},      {"closedAt", nullptr},
                    {"isArchived", false},     {"openingState", "Filled"}, {"closeReasonId", nullptr},
                    {"latestVersion", nullptr}};
    opening.update(given);
    Json version = {{"identifier", "OPEN-1"},       {"description", ""},
                    {"isBackfill", false},          {"jobIds", Json::array()},
                    {"employmentType", "FullTime"}, {"locationIds", Json::array()},
                    {"hiringTeam", Json::array()},  {"customFields", Json::array()}};
    version.update(member(given, "latestVersion").is_object() ? given.at("latestVersion") : Json::object());
    version["hiringTeam"] = hiringTeam(records, version.at("hiringTeam"));
    opening["latestVersion"] = std::move(version);
    shown.push_back(std::move(opening));
  }
  return shown;
}

Json application(const Records& records, const Json& doc, Access access) {
  const Json& itsJob = jobOf(records, doc);
  Json shown = roomy();
  for (const char* name : {"id", "createdAt", "updatedAt", "status", "customFields"})
    shown[name] = doc.at(name);
  shown["customFields"] = visibleFields(doc.at("customFields"), access);
  shown["candidate"] = candidateWithin(records, doc);
  shown["currentInterviewStage"] = stageWithin(records, doc);
  shown["source"] = doc.at("source");
  shown["archiveReason"] = doc.at("archiveReason");
  copyIfPresent(doc, "archivedAt", shown);
  shown["job"] = jobWithin(itsJob);
  shown["creditedToUser"] = userOrNull(records, doc.at("creditedToUser"));
  shown["hiringTeam"] = hiringTeam(records, doc.at("hiringTeam"));
  for (const char* name : {"appliedViaJobPostingId", "submitterClientIp", "submitterUserAgent"}) {
    shown[name] = doc.at(name);
  }
  return shown;
}

Json applicationInfo(const Records& records, const Json& doc, Access access) {
  Json shown = application(records, doc, access);
  shown["applicationHistory"] = doc.at("applicationHistory");
  copyIfPresent(doc, "resumeFileHandle", shown);
  return shown;
}

Json candidate(const Records& records, const Json& doc, Access access) {
  Json applicationIds = Json::array();
  for (const std::string& id : records.applicationsOf(textOf(doc, "id"))) {
    if (applicationVisible(records, *records.applications.findDoc(id), access)) applicationIds.push_back(id);
  }
  Json shown = roomy();
  for (const char* name : {"id", "createdAt", "updatedAt", "name"}) shown[name] = doc.at(name);
  copyPrimaryContact(doc.at("emailAddresses"), "primaryEmailAddress", shown);
  shown["emailAddresses"] = doc.at("emailAddresses");
  copyPrimaryContact(doc.at("phoneNumbers"), "primaryPhoneNumber", shown);
  shown["phoneNumbers"] = doc.at("phoneNumbers");
  shown["socialLinks"] = doc.at("socialLinks");
  shown["tags"] = doc.at("tags");
  for (const char* name : {"position", "company", "school"}) copyIfPresent(doc, name, shown);
  shown["applicationIds"] = std::move(applicationIds);
  for (const char* name : {"resumeFileHandle", "fileHandles", "customFields", "profileUrl", "source"}) {
    shown[name] = doc.at(name);
  }
  shown["customFields"] = visibleFields(doc.at("customFields"), access);
  shown["creditedToUser"] = userOrNull(records, doc.at("creditedToUser"));
  shown["timezone"] = doc.at("timezone");
  copyIfPresent(doc, "location", shown);
  shown["fraudStatus"] = doc.at("fraudStatus");
  return shown;
}

Json job(const Records& records, const Json& doc, Access access) {
  Json shown = doc;
  shown.erase("openings");
  shown["customFields"] = visibleFields(doc.at("customFields"), access);
  shown["defaultInterviewPlanId"] = records.interviewPlanId;
  shown["interviewPlanIds"] = {records.interviewPlanId};
  shown["hiringTeam"] = hiringTeam(records, doc.at("hiringTeam"));
  shown["author"] = userOrNull(records, doc.at("author"));
  return shown;
}

Json offer(const Records& records, const Json& doc) {
  Json shown = roomy();
  for (const char* name : {"id", "decidedAt", "applicationId", "acceptanceStatus", "offerStatus"}) {
    shown[name] = doc.at(name);
  }
  shown["latestVersion"] = offerVersion(records, doc.at("versions").back());
  return shown;
}

Json offerInfo(const Records& records, const Json& doc, bool withFormDefinition) {
  Json shown = offer(records, doc);
  shown["versions"] = Json::array();
  for (const Json& version : doc.at("versions")) shown["versions"].push_back(offerVersion(records, version));
  if (withFormDefinition) shown["formDefinition"] = formDefinition(records.offerFormFields);
  return shown;
}

Json acceptedOffer(const Records& records, const std::string& applicationId) {
  const Json* newest = nullptr;
  for (const std::string& id : records.offersOf(applicationId)) {
    const Json* doc = records.offers.findDoc(id);
    if (textOf(*doc, "acceptanceStatus") != "Accepted") continue;
    if (newest == nullptr || textOf(*doc, "decidedAt") >= textOf(*newest, "decidedAt")) newest = doc;
  }
  return newest == nullptr ? Json() : offerInfo(records, *newest, true);
}

}  // namespace ashby_simulator::views
