// Which of a candidate's e-mails and phones is the person's own: Personal, then the primary one, then any
// that isn't Work, since Work is the address at the previous employer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ashby/answers.hpp"

namespace ashby {

// The value as it was typed, trimmed.
Text personalContact(const std::vector<ContactInfo>& all, const std::optional<ContactInfo>& primary);

// "+44 (0)7700 900-123" -> "+447700900123": only where the number says its country; any other stays as it was
// typed.
std::string tidyPhone(const std::string& typed);

}  // namespace ashby
