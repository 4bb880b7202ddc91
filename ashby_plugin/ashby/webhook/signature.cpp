#include "ashby/webhook/signature.hpp"

#include <algorithm>

#include "integration/crypto/hash.hpp"
#include "integration/crypto/hex.hpp"

namespace ashby {
namespace {

constexpr std::string_view kScheme = "sha256=";
constexpr std::size_t kHexLength = 2 * sizeof(integration::Digest);

}  // namespace

bool signatureHolds(std::string_view header, std::string_view body, std::span<const std::string> secrets) {
  if (!header.starts_with(kScheme) || header.size() != kScheme.size() + kHexLength) return false;
  const std::string_view given = header.substr(kScheme.size());
  bool holds = false;
  for (const std::string& secret : secrets)
    holds |=
        integration::equalInConstantTime(integration::toHex(integration::hmacSha256(secret, body)), given);
  return holds;
}

std::vector<std::string_view> signaturesIn(std::span<const integration::Header> headers) {
  constexpr std::string_view kBlanks = " \t";
  std::vector<std::string_view> signatures;
  for (const integration::Header& header : headers) {
    if (!integration::findHeader({&header, 1}, "Ashby-Signature")) continue;
    std::string_view rest = header.value;
    for (bool more = true; more;) {
      const std::size_t comma = rest.find(',');
      more = comma != std::string_view::npos;
      std::string_view part = rest.substr(0, comma);
      rest = more ? rest.substr(comma + 1) : std::string_view();
      part.remove_prefix(std::min(part.find_first_not_of(kBlanks), part.size()));
      part.remove_suffix(part.size() - (part.find_last_not_of(kBlanks) + 1));
      signatures.push_back(part);
    }
  }
  return signatures;
}

}  // namespace ashby
