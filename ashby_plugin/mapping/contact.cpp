#include "mapping/contact.hpp"

namespace ashby {
namespace {

Text trimmed(const ContactInfo& contact) {
  if (!contact.value) return std::nullopt;
  const std::size_t from = contact.value->find_first_not_of(" \t\r\n");
  if (from == std::string::npos) return std::nullopt;
  return contact.value->substr(from, contact.value->find_last_not_of(" \t\r\n") - from + 1);
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
    const Text value = trimmed(contact);
    if (value && rank(contact) < bestRank) {
      best = value;
      bestRank = rank(contact);
    }
  }
  return best;
}

std::string tidyPhone(const std::string& typed) {
  if (!typed.starts_with('+')) return typed;
  std::string kept = typed;
  if (const std::size_t trunk = kept.find("(0)"); trunk != std::string::npos) kept.erase(trunk, 3);
  std::erase_if(kept,
                [](char c) { return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '/'; });
  constexpr std::size_t kShortest = 8, kLongest = 16;  // with the plus: E.164 has up to 15 digits
  const bool digits = kept.find_first_not_of("0123456789", 1) == std::string::npos;
  return digits && kept.size() >= kShortest && kept.size() <= kLongest ? kept : typed;
}

}  // namespace ashby
