// Ashby-Signature: sha256=<64 lower-case hex>, HMAC-SHA256 of the raw body keyed with the secret token
// (Ashby's guide "authenticating webhooks"; reference vectors in
// tests/fixtures/ashby/signature_vectors.json).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "integration/http.hpp"

namespace ashby {

// Whether one of the secrets made this signature. Every secret is compared, in constant time. Throws Failure
// where that can't be computed, as without memory.
bool signatureHolds(std::string_view header, std::string_view body, std::span<const std::string> secrets);

// Returns every signature that a delivery gives, the parts of a line that a proxy folded with commas
// included, without blanks at the edges. The rule: a delivery is authentic only if each of them holds,
// however they came, so that no one can put a wrong signature beside a right one.
std::vector<std::string_view> signaturesIn(std::span<const integration::Header> headers);

}  // namespace ashby
