// A profile at LinkedIn, Twitter or GitHub.
#pragma once

#include <optional>
#include <string>

#include "integration/status.hpp"

namespace ashby {

// Returns an issue if the text is neither a web address ("https://...", "linkedin.com/in/nadia") nor a name
// at the service ("@nadia"). It may be a sentence, "n/a", or an address that a browser would run as a script.
std::optional<integration::Issue> linkIssue(const std::string& path, const std::string& text);

}  // namespace ashby
