// The meaning of an answer of Ashby's API: the same refusal comes in several forms.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "ashby/client.hpp"
#include "integration/http.hpp"

namespace ashby {

// now: Unix ms, when the answer came. Never throws for what the answer says.
Answer readAnswer(const std::string& endpoint, const integration::HttpOutcome& outcome, std::int64_t now);

// Ashby's word for the state of the API's version that was asked for ("active", "deprecated", ...), "" if it
// is no word; null if no header says it.
std::optional<std::string> versionStatusIn(std::span<const integration::Header> headers);

// An answer that brings nothing. message: a sentence for people.
Answer noAnswer(ErrorKind kind, std::string message, std::string code = {});

}  // namespace ashby
