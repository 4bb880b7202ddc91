#pragma once

#include <string>
#include <string_view>

namespace ashby_simulator {

/// The value of `Ashby-Signature`: `sha256=` and the HMAC-SHA256 of exactly these bytes in lower-case
/// hexadecimal.
std::string signatureOf(std::string_view secret, std::string_view body);

/// The `Authorization` that Ashby's API takes: Basic, the key as the user, a blank password.
std::string authorizationOf(const std::string& apiKey);

}  // namespace ashby_simulator
