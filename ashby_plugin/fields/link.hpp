// A profile at LinkedIn, Twitter or GitHub.
#pragma once

#include <optional>
#include <string>

#include "integration/status.hpp"

namespace ashby {

// Returns an issue if the text is neither an address of the web ("https://...", "linkedin.com/in/nadia") nor
// a name at the service ("@nadia"): a sentence, "n/a", an address that a browser would run.
std::optional<integration::Issue> linkIssue(const std::string& path, const std::string& text);

}  // namespace ashby
