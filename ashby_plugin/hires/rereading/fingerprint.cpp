#include "hires/rereading/fingerprint.hpp"

#include <cstdint>
#include <cstdio>
#include <string_view>

namespace ashby {

std::string fingerprint(std::initializer_list<const std::vector<std::string>*> lists) {
  constexpr std::uint64_t kBasis = 14695981039346656037ULL, kPrime = 1099511628211ULL;
  constexpr std::string_view kEndOfWord("\0", 1), kEndOfList("\1", 1);
  std::uint64_t hash = kBasis;
  auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  };
  for (const std::vector<std::string>* list : lists) {
    for (const std::string& word : *list) {
      add(word);
      add(kEndOfWord);
    }
    add(kEndOfList);
  }
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

}  // namespace ashby
