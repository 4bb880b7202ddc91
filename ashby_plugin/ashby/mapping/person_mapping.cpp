#include "ashby/mapping/contact.hpp"
#include "ashby/mapping/field_readers.hpp"
#include "ashby/mapping/mapping_steps.hpp"
#include "fields/fields.hpp"
#include "person_names/name.hpp"

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
  const auto take = [&](const SocialLink& link, const char* field) {
    if (!fieldOf(hire.fields, field) && !blank(link.url)) readLinkField(field, *link.url, hire);
  };
  for (const SocialLink& link : candidate.socialLinks) {
    if (link.type == "LinkedIn") take(link, "linkedIn");
    if (link.type == "Twitter") take(link, "twitter");
    if (link.type == "GitHub") take(link, "github");
  }
}

}  // namespace

void mapPerson(const HireFacts& facts, const ImportSettings& choices, MappedHire& hire) {
  const Candidate& candidate = facts.candidate;
  mapName(facts, hire);
  hire.source.system = "ashby";
  hire.source.applicationId = facts.application.id;
  hire.source.candidateId = candidate.id.value_or(facts.application.candidate.id);
  hire.source.profileUrl = candidate.profileUrl;

  if (const Text typed = personalContact(candidate.emailAddresses, candidate.primaryEmailAddress))
    readEmailField("personalEmail", *typed, hire);
  else
    hire.note("personalEmail", "missing", "Ashby holds no personal e-mail address");
  hire.emails = everyEmail(candidate);
  if (const Text typed = personalContact(candidate.phoneNumbers, candidate.primaryPhoneNumber))
    readPhoneField(*typed, choices, hire);
  mapLinks(candidate, hire);
}

}  // namespace ashby
