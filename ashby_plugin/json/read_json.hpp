// JSON text to a tree as integration::parseJson reads it, several times faster: for what is read all the
// time.
#pragma once

#include <string_view>

#include "integration/json_fwd.hpp"

namespace ashby {

// Throws integration::Failure(invalidArgument), without a word of the text.
integration::Json readJson(std::string_view text, std::string_view what = "the text");

}  // namespace ashby
