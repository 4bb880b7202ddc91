#include "world/id_generator.hpp"

#include <array>
#include <cctype>
#include <cstdio>

namespace ashby_simulator {

std::uint64_t IdGenerator::next() {
  state_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

std::string IdGenerator::uuid() {
  const std::uint64_t high = (next() & ~0xf000ULL) | 0x4000ULL;
  const std::uint64_t low = (next() & ~(0x3ULL << 62)) | (0x2ULL << 62);
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%08llx-%04llx-%04llx-%04llx-%012llx",
                static_cast<unsigned long long>(high >> 32),
                static_cast<unsigned long long>((high >> 16) & 0xffff),
                static_cast<unsigned long long>(high & 0xffff), static_cast<unsigned long long>(low >> 48),
                static_cast<unsigned long long>(low & 0xffffffffffffULL));
  return text.data();
}

std::string IdGenerator::requestId(Millis now) {
  static constexpr char kCrockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string id(26, '0');
  auto time = static_cast<std::uint64_t>(now);
  for (std::size_t i = 10; i-- > 0; time >>= 5) id[i] = kCrockford[time & 31];
  for (std::size_t i = 10; i < 26; ++i) id[i] = kCrockford[next() & 31];
  return id;
}

std::string IdGenerator::apiKey() {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string key(64, '0');
  for (char& digit : key) digit = kHex[next() & 15];
  return key;
}

bool isUuid(const std::string& text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : std::isxdigit(static_cast<unsigned char>(text[i])) == 0) return false;
  }
  return true;
}

}  // namespace ashby_simulator
