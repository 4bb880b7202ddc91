// Which of a candidate's e-mails and phones is the person's own: Personal, then the primary one, then any
// that isn't Work, since Work is the address at the previous employer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ashby/answers.hpp"
#include "integration/status.hpp"

namespace ashby {

// The value as it was typed, cleaned (cleanText).
Text personalContact(const std::vector<ContactInfo>& all, const std::optional<ContactInfo>& primary);

// All of a candidate's e-mail addresses in lower case, each once, the primary one first: whatever the type,
// since somebody may be known here by any of them. No folding of dots or tags: other addresses are other
// people.
std::vector<std::string> everyEmail(const Candidate& candidate);

// Where the text can't be an e-mail address.
std::optional<integration::Issue> emailIssue(const std::string& path, const std::string& email);

}  // namespace ashby
