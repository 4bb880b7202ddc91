#pragma once

#include <string>
#include <string_view>

namespace ashby_simulator {

/// The value of `Ashby-Signature`: `sha256=` and the HMAC-SHA256 of exactly these bytes in lower-case
/// hexadecimal.
std::string signatureOf(std::string_view secret, std::string_view body);

}  // namespace ashby_simulator
