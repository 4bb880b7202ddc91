#include <algorithm>

#include "mapping/fields.hpp"
#include "mapping/parts.hpp"

namespace ashby {
namespace {

bool sameWord(const std::string& a, const std::string& b) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

// "FullTime" -> "Full time"; a word that Ashby adds one day is shown as it is.
Text readable(const Text& employmentType) {
  if (employmentType == "FullTime") return "Full time";
  if (employmentType == "PartTime") return "Part time";
  return tidied(employmentType);
}

void mapManager(const std::vector<TeamMember>& team, const Choices& choices, MappedHire& hire) {
  const std::string role = choices.managerRole.value_or("Hiring Manager");
  for (const TeamMember& member : team) {
    if (!member.role || !sameWord(*member.role, role)) continue;
    hire.fields.managerName = tidied(member.firstName.value_or("") + " " + member.lastName.value_or(""));
    hire.fields.managerEmail = tidied(member.email);
    return;
  }
}

// Whether one of the names that a thing goes by is on the list.
bool named(const std::vector<std::string>& list, std::initializer_list<Text> names) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& wanted) {
    return std::any_of(names.begin(), names.end(),
                       [&](const Text& name) { return name && sameWord(*name, wanted); });
  });
}

Text title(const HireFacts& facts) {
  if (facts.job && !blank(facts.job->title)) return facts.job->title;
  return facts.application.job ? facts.application.job->title : std::nullopt;
}

}  // namespace

void mapJob(const HireFacts& facts, const Choices& choices, MappedHire& hire) {
  hire.fields.jobTitle = tidied(title(facts));
  if (!hire.fields.jobTitle) hire.note("jobTitle", "missing", "Ashby's job has no title");

  // A job may belong to a team inside of a department: people are told the department, which is the root.
  if (!facts.departments.empty()) {
    const Department& root = facts.departments.back();
    hire.fields.department = tidied(blank(root.name) ? root.externalName : root.name);
  }
  if (!hire.fields.department) hire.note("department", "missing", "Ashby's job has no department");

  if (facts.location) {
    hire.fields.placeOfWork =
        tidied(blank(facts.location->name) ? facts.location->externalName : facts.location->name);
    hire.fields.workplaceType = tidied(facts.location->workplaceType);
  }
  if (facts.job) hire.fields.contractType = readable(facts.job->employmentType);
  mapManager(facts.application.hiringTeam, choices, hire);
}

std::string outsideOf(const Scope& scope, const HireFacts& facts) {
  if (!scope.departments.empty() &&
      std::none_of(facts.departments.begin(), facts.departments.end(), [&](const Department& department) {
        return named(scope.departments, {department.id, department.name, department.externalName});
      }))
    return "its department is not among those that are imported";
  const auto& stub = facts.application.job;
  if (!scope.jobs.empty() && !named(scope.jobs, {stub ? Text(stub->id) : Text(), title(facts)}))
    return "its job is not among those that are imported";
  if (!scope.locations.empty() &&
      !(facts.location &&
        named(scope.locations, {facts.location->id, facts.location->name, facts.location->externalName})))
    return "its location is not among those that are imported";
  return {};
}

}  // namespace ashby
