#include <algorithm>

#include "ashby/mapping/mapping_steps.hpp"
#include "ashby/mapping/opening_choice.hpp"
#include "ashby/mapping/same_word.hpp"
#include "fields/fields.hpp"

namespace ashby {
namespace {

// "FullTime" -> "Full time"; a word that Ashby adds one day is shown as it is.
Text readable(const Text& employmentType) {
  if (employmentType == "FullTime") return "Full time";
  if (employmentType == "PartTime") return "Part time";
  return tidied(employmentType);
}

// Place and contract type are those of the opening that was filled; the job's if the opening leaves them
// open. Where the two differ, or nothing says which of several openings was filled, the reviewer is told.
void mapWorkplace(const HireFacts& facts, const FilledOpening& filled, MappedHire& hire) {
  if (facts.location) {
    hire.fields.placeOfWork =
        tidied(blank(facts.location->name) ? facts.location->externalName : facts.location->name);
    hire.fields.workplaceType = tidied(facts.location->workplaceType);
  }
  const Workplace place = workplaceOf(facts);
  const char* doubt =
      filled.severalRemain  ? "The job has several openings that differ, and none is named: the "
                              "job's place is taken"
      : place.severalPlaces ? "The opening that was filled names several places: one of them is taken"
      : place.jobDiffers    ? "The opening that was filled is at another place than its job: the "
                              "opening's is taken"
                            : nullptr;
  if (doubt == nullptr) return;
  for (const char* field : {"placeOfWork", "workplaceType"}) hire.note(field, "uncertain", doubt);
}

void mapContractType(const HireFacts& facts, const FilledOpening& filled, MappedHire& hire) {
  const Text ofJob = facts.job ? readable(facts.job->employmentType) : std::nullopt;
  const Text ofOpening = filled.version != nullptr ? readable(filled.version->employmentType) : std::nullopt;
  hire.fields.contractType = ofOpening ? ofOpening : ofJob;
  if (filled.severalRemain)
    hire.note(
        "contractType", "uncertain",
        "The job has several openings that differ, and none is named: the job's contract type is taken");
  else if (ofOpening && ofJob && ofOpening != ofJob)
    hire.note("contractType", "uncertain",
              "The opening that was filled says \"" + *ofOpening + "\", its job \"" + *ofJob +
                  "\": the opening's is taken");
}

// Whether one of the names that a thing goes by is on the list.
bool named(const std::vector<std::string>& list, std::initializer_list<Text> names) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& wanted) {
    return std::any_of(names.begin(), names.end(),
                       [&](const Text& name) { return name && isSameWord(*name, wanted); });
  });
}

Text title(const HireFacts& facts) {
  if (facts.job && !blank(facts.job->title)) return facts.job->title;
  return facts.application.job ? facts.application.job->title : std::nullopt;
}

}  // namespace

void mapJob(const HireFacts& facts, MappedHire& hire) {
  hire.fields.jobTitle = tidied(title(facts));
  if (!hire.fields.jobTitle) hire.note("jobTitle", "missing", "Ashby's job has no title");

  // A job may belong to a team inside of a department: people are told the department, which is the root.
  if (!facts.departments.empty()) {
    const Department& root = facts.departments.back();
    hire.fields.department = tidied(blank(root.name) ? root.externalName : root.name);
  }
  if (!hire.fields.department) hire.note("department", "missing", "Ashby's job has no department");

  const FilledOpening filled = filledOpening(facts);
  mapWorkplace(facts, filled, hire);
  mapContractType(facts, filled, hire);
  if (filled.offerNamesAnother)
    hire.note("placeOfWork", "uncertain",
              "The offer names another opening than those that the application is linked to");
}

std::string outsideOf(const Scope& scope, const HireFacts& facts) {
  if (!scope.departments.empty() &&
      std::none_of(facts.departments.begin(), facts.departments.end(), [&](const Department& department) {
        return named(scope.departments, {department.id, department.name, department.externalName});
      }))
    return "its department is not among those that are imported";
  const auto& stub = facts.application.job;
  if (!scope.jobs.empty() && !named(scope.jobs, {stub ? stub->id : Text(), title(facts)}))
    return "its job is not among those that are imported";
  if (!scope.locations.empty() &&
      !(facts.location &&
        named(scope.locations, {facts.location->id, facts.location->name, facts.location->externalName})))
    return "its location is not among those that are imported";
  return {};
}

}  // namespace ashby
