#include "ashby/mapping/contact.hpp"

#include <algorithm>

#include "fields/clean_text.hpp"
#include "integration/text/email_address.hpp"

namespace ashby {
namespace {

// Nobody has so many; each takes an operation of the commit that stages the hire.
constexpr std::size_t kMostEmails = 20;

Text cleaned(const ContactInfo& contact) {
  std::string value = cleanText(contact.value.value_or(""));
  return value.empty() ? std::nullopt : std::optional(std::move(value));
}

}  // namespace

Text personalContact(const std::vector<ContactInfo>& all, const std::optional<ContactInfo>& primary) {
  std::vector<ContactInfo> candidates = all;
  if (primary) candidates.push_back(*primary);
  auto rank = [](const ContactInfo& contact) {
    const bool main = contact.isPrimary.value_or(false);
    if (contact.type == "Personal") return main ? 0 : 1;
    if (contact.type == "Work") return 4;
    return main ? 2 : 3;
  };
  Text best;
  int bestRank = 4;
  for (const ContactInfo& contact : candidates) {
    const Text value = cleaned(contact);
    if (value && rank(contact) < bestRank) {
      best = value;
      bestRank = rank(contact);
    }
  }
  return best;
}

std::vector<std::string> everyEmail(const Candidate& candidate) {
  std::vector<std::string> emails;
  auto add = [&emails](const ContactInfo& contact) {
    const std::string email = integration::text::comparableEmail(contact.value.value_or(""));
    if (!email.empty() && emails.size() < kMostEmails &&
        std::find(emails.begin(), emails.end(), email) == emails.end())
      emails.push_back(email);
  };
  if (candidate.primaryEmailAddress) add(*candidate.primaryEmailAddress);
  for (const ContactInfo& contact : candidate.emailAddresses) add(contact);
  return emails;
}

std::optional<integration::Issue> emailIssue(const std::string& path, const std::string& email) {
  // An address without a dot behind its @ reaches nobody from outside.
  const bool local = email.find('.', std::min(email.rfind('@'), email.size())) == std::string::npos;
  if (integration::text::isEmailAddress(email) && !local) return std::nullopt;
  return integration::Issue{path, "invalid", "This is no e-mail address: correct it"};
}

}  // namespace ashby
