#include "mapping/contact.hpp"
#include "mapping/fields.hpp"
#include "mapping/name.hpp"
#include "mapping/parts.hpp"
#include "mapping/phone.hpp"

namespace ashby {
namespace {

void mapName(const HireFacts& facts, MappedHire& hire) {
  const Text& name = blank(facts.candidate.name) ? facts.application.candidate.name : facts.candidate.name;
  NameSplit split = splitName(name.value_or(""));
  hire.fields.firstName = split.firstName;
  hire.fields.middleName = split.middleName;
  hire.fields.lastName = split.lastName;
  hire.fields.preferredName = split.parts.preferredName;
  hire.nameParts = std::move(split.parts);
  hire.issues = std::move(split.issues);
  hire.source.name = name;
}

void mapLinks(const Candidate& candidate, MappedHire& hire) {
  auto take = [](const SocialLink& link, Text& into) {
    if (!into) into = tidied(link.url);
  };
  for (const SocialLink& link : candidate.socialLinks) {
    if (link.type == "LinkedIn") take(link, hire.fields.linkedIn);
    if (link.type == "Twitter") take(link, hire.fields.twitter);
    if (link.type == "GitHub") take(link, hire.fields.github);
  }
}

}  // namespace

void mapPerson(const HireFacts& facts, const Choices& choices, MappedHire& hire) {
  const Candidate& candidate = facts.candidate;
  mapName(facts, hire);
  hire.source.system = "ashby";
  hire.source.applicationId = facts.application.id;
  hire.source.candidateId = candidate.id.value_or(facts.application.candidate.id);
  hire.source.profileUrl = candidate.profileUrl;

  hire.fields.personalEmail = personalContact(candidate.emailAddresses, candidate.primaryEmailAddress);
  if (!hire.fields.personalEmail)
    hire.note("personalEmail", "missing", "Ashby holds no personal e-mail address");
  else if (auto issue = emailIssue("personalEmail", *hire.fields.personalEmail))
    hire.issues.push_back(*std::move(issue));
  hire.emails = everyEmail(candidate);
  if (const Text typed = personalContact(candidate.phoneNumbers, candidate.primaryPhoneNumber)) {
    const Phone phone = readPhone(*typed, choices.phoneRegion);
    hire.fields.personalPhoneNumber = phone.number + (phone.extension ? " ext. " + *phone.extension : "");
    if (!phone.issueCode.empty())
      hire.issues.push_back({"personalPhoneNumber", phone.issueCode, phone.message});
  }
  mapLinks(candidate, hire);
}

}  // namespace ashby
