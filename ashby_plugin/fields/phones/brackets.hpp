// Brackets in a phone number as it was typed. "(0)20" and "(030) 123456" are part of the number, "(home)" and
// "(9-17)" aren't.
#pragma once

#include "fields/phones/phone_text.hpp"
#include "fields/phones/tokens.hpp"

namespace ashby::phones {

// Returns the tokens with brackets that are part of a number in place, and a Kind::remark for each other one.
// Notes in `read` what a bracket tells: a remark, a second number, or digits that may be an area code.
std::vector<Token> resolveBrackets(const std::vector<Token>& typed, PhoneText& read);

}  // namespace ashby::phones
