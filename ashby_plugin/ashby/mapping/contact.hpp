// Which of a candidate's e-mails and phones is the person's own: Personal, then the primary one, then any
// that isn't Work, since Work is the address at the previous employer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ashby/answers/candidate.hpp"
#include "integration/status.hpp"

namespace ashby {

// The value as it was typed, cleaned (cleanText).
Text personalContact(const std::vector<ContactInfo>& all, const std::optional<ContactInfo>& primary);

// Returns all of a candidate's e-mail addresses as they are compared (integration::text::comparableEmail),
// each once, the primary one first: whatever the type, since somebody may be known here by any of them.
std::vector<std::string> everyEmail(const Candidate& candidate);

// Returns an issue if the text can't be one e-mail address as it stands (integration::text::isEmailAddress):
// two of them, "n/a", an address with signs that nobody sees.
std::optional<integration::Issue> emailIssue(const std::string& path, const std::string& email);

}  // namespace ashby
