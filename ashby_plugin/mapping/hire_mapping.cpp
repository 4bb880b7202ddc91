#include "mapping/hire_mapping.hpp"

#include <algorithm>

#include "integration/time.hpp"
#include "mapping/amount.hpp"
#include "mapping/contact.hpp"
#include "mapping/name.hpp"
#include "mapping/offer_choice.hpp"

namespace ashby {
namespace {

using integration::Issue;

bool blank(const Text& text) {
  return !text || text->find_first_not_of(" \t\r\n") == std::string::npos;
}

void mapStartDate(const OfferVersion& version, MappedHire& hire) {
  if (blank(version.startDate))
    return hire.issues.push_back({"employmentStartDate", "missing", "The offer has no start date"});
  // Typed date-time in Ashby's reference, plain YYYY-MM-DD live: the day as written, never converted.
  const std::string day = version.startDate->substr(0, 10);
  if (integration::parseDate(day))
    hire.fields.employmentStartDate = day;
  else
    hire.issues.push_back(
        {"employmentStartDate", "invalid", "The offer's start date is no day of the calendar"});
}

bool isCurrency(const std::string& code) {
  return code.size() == 3 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void mapSalary(const OfferVersion& version, MappedHire& hire) {
  const bool amount = version.salary && version.salary->value;
  const bool currency = version.salary && !blank(version.salary->currencyCode);
  if (amount) {
    hire.fields.salaryAmount = plainDecimal(version.salary->value->text);
    if (!hire.fields.salaryAmount)
      hire.issues.push_back({"salaryAmount", "invalid", "The offer's salary is no plausible amount"});
  } else {
    hire.issues.push_back({"salaryAmount", "missing", "The offer has no salary"});
  }
  if (!currency) {
    if (amount) hire.issues.push_back({"salaryCurrency", "missing", "The offer's salary has no currency"});
  } else if (isCurrency(*version.salary->currencyCode)) {
    hire.fields.salaryCurrency = version.salary->currencyCode;
  } else {
    hire.issues.push_back({"salaryCurrency", "invalid", "The offer's currency is no three-letter code"});
  }
}

void mapOffer(const std::vector<Offer>& offers, MappedHire& hire) {
  const Offer* offer = acceptedOffer(offers);
  if (offer != nullptr) hire.source.offerId = offer->id;
  if (offer != nullptr && offer->latestVersion) {
    mapStartDate(*offer->latestVersion, hire);
    mapSalary(*offer->latestVersion, hire);
    return;
  }
  const std::string why =
      offers.empty() ? "Ashby holds no offer for this hire" : "No offer of this hire is accepted yet";
  for (const char* path : {"employmentStartDate", "salaryAmount", "salaryCurrency"})
    hire.issues.push_back({path, "missing", why});
}

void mapJob(const HireFacts& facts, MappedHire& hire) {
  if (facts.job && !blank(facts.job->title))
    hire.fields.jobTitle = facts.job->title;
  else if (facts.application.job && !blank(facts.application.job->title))
    hire.fields.jobTitle = facts.application.job->title;
  else
    hire.issues.push_back({"jobTitle", "missing", "Ashby's job has no title"});

  // A job may belong to a team inside of a department: people are told the department, which is the root.
  if (!facts.departments.empty()) {
    const Department& root = facts.departments.back();
    hire.fields.department = blank(root.name) ? root.externalName : root.name;
  }
  if (blank(hire.fields.department))
    hire.issues.push_back({"department", "missing", "Ashby's job has no department"});
}

}  // namespace

MappedHire mapHire(const HireFacts& facts) {
  MappedHire hire;
  const Text& name = blank(facts.candidate.name) ? facts.application.candidate.name : facts.candidate.name;
  NameSplit split = splitName(name.value_or(""));
  hire.fields.firstName = split.firstName;
  hire.fields.middleName = split.middleName;
  hire.fields.lastName = split.lastName;
  hire.nameParts = std::move(split.parts);
  hire.issues = std::move(split.issues);
  hire.source = {"ashby", facts.application.id,      facts.candidate.id, std::nullopt,
                 name,    facts.candidate.profileUrl};

  hire.fields.personalEmail =
      personalContact(facts.candidate.emailAddresses, facts.candidate.primaryEmailAddress);
  if (!hire.fields.personalEmail)
    hire.issues.push_back({"personalEmail", "missing", "Ashby holds no personal e-mail address"});
  hire.fields.personalPhoneNumber =
      personalContact(facts.candidate.phoneNumbers, facts.candidate.primaryPhoneNumber);
  if (hire.fields.personalPhoneNumber)
    hire.fields.personalPhoneNumber = tidyPhone(*hire.fields.personalPhoneNumber);
  mapJob(facts, hire);
  mapOffer(facts.offers, hire);
  return hire;
}

std::optional<std::int64_t> hireMoment(const Application& application, const std::vector<Offer>& offers) {
  std::optional<std::int64_t> moment;
  if (application.currentInterviewStage && application.currentInterviewStage->type == "Hired") {
    for (const StageVisit& visit : application.applicationHistory) {
      if (!visit.stageId || visit.stageId != application.currentInterviewStage->id || !visit.enteredStageAt)
        continue;
      const auto entered = integration::parseTime(*visit.enteredStageAt);
      if (entered && (!moment || *entered > *moment)) moment = entered;  // hired twice: the later time counts
    }
  }
  if (moment) return moment;
  const Offer* offer = acceptedOffer(offers);
  if (offer != nullptr && offer->decidedAt)
    if (const auto decided = integration::parseTime(*offer->decidedAt)) return decided;
  return integration::parseTime(application.updatedAt);
}

std::vector<Issue> memberIssues(const integration::HireFields& fields) {
  std::vector<Issue> issues;
  if (blank(fields.firstName)) issues.push_back({"firstName", "required", "Fill in the first name"});
  if (blank(fields.lastName)) issues.push_back({"lastName", "required", "Fill in the last name"});
  if (blank(fields.jobTitle)) issues.push_back({"jobTitle", "required", "Fill in the job title"});
  if (fields.employmentStartDate && !integration::parseDate(*fields.employmentStartDate))
    issues.push_back(
        {"employmentStartDate", "invalid", "Write the start date as YYYY-MM-DD, such as 2027-01-04"});
  if (fields.salaryAmount && !plainDecimal(*fields.salaryAmount))
    issues.push_back(
        {"salaryAmount", "invalid", "Write the salary as a plain number, such as 82000 or 91500.5"});
  if (fields.salaryCurrency && !isCurrency(*fields.salaryCurrency))
    issues.push_back(
        {"salaryCurrency", "invalid", "Write the currency as three capital letters, such as GBP"});
  return issues;
}

}  // namespace ashby
