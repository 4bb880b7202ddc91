// Ashby-Signature: sha256=<64 lower-case hex>, HMAC-SHA256 of the raw body keyed with the secret token
// (Ashby's guide "authenticating webhooks"; reference vectors in
// tests/fixtures/ashby/signature_vectors.json).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ashby {

// Whether one of the secrets made this signature. Every secret is compared, in constant time. Throws Failure
// where that can't be computed, as without memory.
bool signatureHolds(std::string_view header, std::string_view body, std::span<const std::string> secrets);

// Overwrites secrets that were read for a while, and forgets them.
void wipe(std::vector<std::string>& secrets);

}  // namespace ashby
