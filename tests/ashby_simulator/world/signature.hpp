#pragma once

#include <string>
#include <string_view>

namespace ashby_simulator {

/// Returns the value of `Ashby-Signature`: `sha256=` and the HMAC-SHA256 of exactly these bytes in lower-case
/// hexadecimal.
std::string signatureOf(std::string_view secret, std::string_view body);

/// Returns the `Authorization` of Ashby's API: Basic, with the key as the user and a blank password.
std::string authorizationOf(const std::string& apiKey);

}  // namespace ashby_simulator
