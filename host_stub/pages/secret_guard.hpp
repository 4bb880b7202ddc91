// Keeps secrets out of search boxes, because a search text is sent to the source (Ashby), too.
#pragma once

#include <string>

namespace host_stub {

// Returns whether the text looks like an API key or a token. Those are one word of 32 or more characters of
// Base64, with a digit. A name, an email address or an application's id (UUID) doesn't.
bool looksLikeASecret(const std::string& text);

// Returns the message for a user who typed a secret; "" if the text doesn't look like one.
std::string refuseSecret(const std::string& text);

}  // namespace host_stub
