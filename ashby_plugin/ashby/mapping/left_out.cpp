// The fields that members of Ashby's answers feed: a member that was left out, because it had another form
// than is known, is flagged at its fields. A member that feeds no field (an old offer's salary, a file) is
// not told.
#include <algorithm>
#include <string_view>

#include "ashby/mapping/mapping_steps.hpp"
#include "ashby/mapping/offer_choice.hpp"
#include "ashby/mapping/opening_choice.hpp"
#include "fields/fields.hpp"

namespace ashby {
namespace {

// A member that feeds a field; `spared`: another source may have filled the field, which is then no gap.
struct Feeds {
  std::string_view member;
  const char* field;
  bool spared = false;
};

constexpr Feeds kOfApplication[] = {{"candidate/name", "firstName", true}, {"job", "jobTitle", true},
                                    {"job", "department", true},           {"job", "placeOfWork", true},
                                    {"hiringTeam", "managerName"},         {"openings", "placeOfWork"},
                                    {"openings", "contractType"}};
constexpr Feeds kOfCandidate[] = {{"name", "firstName"},
                                  {"primaryEmailAddress", "personalEmail"},
                                  {"emailAddresses", "personalEmail"},
                                  {"primaryPhoneNumber", "personalPhoneNumber"},
                                  {"phoneNumbers", "personalPhoneNumber"},
                                  {"socialLinks", "linkedIn", true},
                                  {"socialLinks", "twitter", true},
                                  {"socialLinks", "github", true}};
constexpr Feeds kOfOffer[] = {{"acceptanceStatus", "employmentStartDate"},
                              {"acceptanceStatus", "salaryAmount"},
                              {"offerStatus", "employmentStartDate"},
                              {"offerStatus", "salaryAmount"}};
constexpr Feeds kOfAgreedOffer[] = {{"latestVersion", "employmentStartDate"},
                                    {"latestVersion", "salaryAmount"}};
constexpr Feeds kOfVersion[] = {{"startDate", "employmentStartDate"},
                                {"salary", "salaryAmount", true},
                                {"salary/currencyCode", "salaryCurrency"}};
constexpr Feeds kOfJob[] = {{"title", "jobTitle"},
                            {"departmentId", "department"},
                            {"locationId", "placeOfWork"},
                            {"employmentType", "contractType"},
                            {"hiringTeam", "managerName"}};
constexpr Feeds kOfDepartment[] = {{"name", "department"}, {"parentId", "department"}};
constexpr Feeds kOfLocation[] = {{"name", "placeOfWork"}, {"workplaceType", "workplaceType"}};
constexpr Feeds kOfOpening[] = {
    {"locationIds", "placeOfWork"}, {"employmentType", "contractType"}, {"hiringTeam", "managerName", true}};
constexpr Feeds kOfWhole[] = {{"offers", "employmentStartDate"}, {"offers", "salaryAmount"},
                              {"job", "jobTitle", true},         {"job", "contractType", true},
                              {"job", "managerName", true},      {"department", "department"},
                              {"location", "placeOfWork"}};

bool isWithin(std::string_view path, std::string_view member) {
  return path.starts_with(member) && (path.size() == member.size() || path[member.size()] == '/');
}

// Leaves a single issue at the field; a gap of it is no gap of Ashby's then.
void flag(const char* field, const std::string& path, MappedHire& hire) {
  std::erase_if(hire.issues,
                [&](const auto& issue) { return issue.path == field && issue.code == "missing"; });
  const bool isFlagged = std::ranges::any_of(
      hire.issues, [&](const auto& issue) { return issue.path == field && issue.code == "invalid"; });
  if (!isFlagged)
    hire.note(field, "invalid", "Ashby's " + path + " can't be read and was left out: look it up in Ashby");
}

template <std::size_t N>
void flagAll(const Feeds (&feeds)[N], const LeftOut& leftOut, const std::string& where, MappedHire& hire) {
  for (const std::string& path : leftOut)
    for (const Feeds& one : feeds)
      if (isWithin(path, one.member) && !(one.spared && fieldOf(hire.fields, one.field)))
        flag(one.field, where + path, hire);
}

}  // namespace

void flagLeftOut(const HireFacts& facts, MappedHire& hire) {
  flagAll(kOfWhole, facts.leftOut, "", hire);
  flagAll(kOfApplication, facts.application.leftOut, "application/", hire);
  flagAll(kOfCandidate, facts.candidate.leftOut, "candidate/", hire);
  for (const Offer& offer : facts.offers) flagAll(kOfOffer, offer.leftOut, "offer/", hire);
  if (const Offer* agreed = acceptedOffer(facts.offers)) {
    flagAll(kOfAgreedOffer, agreed->leftOut, "offer/", hire);
    if (const OfferVersion* version = agreedVersion(*agreed))
      flagAll(kOfVersion, version->leftOut, "offer/", hire);
  }
  if (facts.job) flagAll(kOfJob, facts.job->leftOut, "job/", hire);
  for (const Department& department : facts.departments)
    flagAll(kOfDepartment, department.leftOut, "department/", hire);
  if (facts.location) flagAll(kOfLocation, facts.location->leftOut, "location/", hire);
  if (const OpeningVersion* opening = filledOpening(facts).version)
    flagAll(kOfOpening, opening->leftOut, "opening/", hire);
}

}  // namespace ashby
