#include "world/organization.hpp"

#include "world/documents.hpp"

namespace ashby_simulator {

using documents::existing;
using documents::merged;

std::string Organization::addUser(const Json& given, Millis now) {
  const Json defaults = {{"id", ids_.uuid()},
                         {"firstName", "Petra"},
                         {"lastName", "Lind"},
                         {"email", "petra.lind@acme.example"},
                         {"globalRole", "Elevated Access"},
                         {"isEnabled", true},
                         {"updatedAt", isoTime(now)},
                         {"managerId", nullptr}};
  return textOf(records_.users.add(merged(defaults, given, "user"), now).doc, "id");
}

std::string Organization::addDepartment(const Json& given, Millis now) {
  const Json defaults = {{"id", ids_.uuid()},         {"name", "Engineering"}, {"externalName", nullptr},
                         {"isArchived", false},       {"parentId", nullptr},   {"createdAt", isoTime(now)},
                         {"updatedAt", isoTime(now)}, {"extraData", nullptr}};
  return textOf(records_.departments.add(merged(defaults, given, "department"), now).doc, "id");
}

std::string Organization::addLocation(const Json& given, Millis now) {
  const Json defaults = {{"id", ids_.uuid()},
                         {"name", "London HQ"},
                         {"externalName", nullptr},
                         {"isArchived", false},
                         {"address", {{"postalAddress", {{"addressCountry", "United Kingdom"}}}}},
                         {"isRemote", false},
                         {"workplaceType", "Hybrid"},
                         {"parentLocationId", nullptr},
                         {"type", "Location"},
                         {"extraData", nullptr}};
  return textOf(records_.locations.add(merged(defaults, given, "location"), now).doc, "id");
}

std::string Organization::addCustomField(const Json& given, Millis now) {
  const Json defaults = {{"id", ids_.uuid()},     {"title", "Preferred name"}, {"isPrivate", false},
                         {"fieldType", "String"}, {"objectType", "Candidate"}, {"isArchived", false},
                         {"isRequired", false}};
  return textOf(
      records_.customFields.add(merged(defaults, given, "custom field", {"selectableValues"}), now).doc,
      "id");
}

std::vector<std::string> Organization::addCustomFieldOfEachType(Millis now) {
  std::vector<std::string> ids;
  for (const char* type :
       {"Application", "Candidate", "Employee", "Job", "Offer", "Opening", "Talent_Project"})
    ids.push_back(addCustomField({{"title", std::string("Field of ") + type}, {"objectType", type}}, now));
  return ids;
}

std::string Organization::addJob(const Json& given, Millis now) {
  const Json defaults = {{"id", ids_.uuid()},
                         {"title", "Backend Engineer"},
                         {"confidential", false},
                         {"status", "Open"},
                         {"employmentType", "FullTime"},
                         {"locationId", nullptr},
                         {"departmentId", nullptr},
                         {"defaultInterviewPlanId", nullptr},
                         {"interviewPlanIds", Json::array()},
                         {"customFields", Json::array()},
                         {"jobPostingIds", Json::array()},
                         {"customRequisitionId", nullptr},
                         {"brandId", nullptr},
                         {"hiringTeam", Json::array()},
                         {"openings", Json::array()},
                         {"author", nullptr},
                         {"createdAt", isoTime(now)},
                         {"updatedAt", isoTime(now)},
                         {"openedAt", isoTime(now)},
                         {"closedAt", nullptr}};
  Json job = merged(defaults, given, "job");
  checkReferences(job);
  return textOf(records_.jobs.add(std::move(job), now).doc, "id");
}

void Organization::editUser(const std::string& id, const Json& given, Millis now) {
  edit(records_.users, "user", id, given, now);
}

void Organization::editDepartment(const std::string& id, const Json& given, Millis now) {
  edit(records_.departments, "department", id, given, now);
}

void Organization::editLocation(const std::string& id, const Json& given, Millis now) {
  edit(records_.locations, "location", id, given, now);
}

void Organization::editCustomField(const std::string& id, const Json& given, Millis now) {
  edit(records_.customFields, "custom field", id, given, now);
}

void Organization::editJob(const std::string& id, const Json& given, Millis now) {
  checkReferences(given);
  edit(records_.jobs, "job", id, given, now);
}

void Organization::edit(Collection& collection, const char* kind, const std::string& id, const Json& given,
                        Millis now) {
  if (given.contains("id"))
    throw documents::ActionError("the id of a " + std::string(kind) + " can't be changed");
  collection.change(id, merged(existing(collection, kind, id), given, kind), now);
}

void Organization::checkReferences(const Json& job) const {
  const std::string departmentId = textOf(job, "departmentId");
  const std::string locationId = textOf(job, "locationId");
  if (!departmentId.empty()) existing(records_.departments, "department", departmentId);
  if (!locationId.empty()) existing(records_.locations, "location", locationId);
}

}  // namespace ashby_simulator
