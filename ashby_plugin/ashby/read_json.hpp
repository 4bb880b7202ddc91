// JSON text to a tree as integration::parseJson reads it, several times faster: for what is read all the
// time.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace ashby {

// Throws integration::Failure(invalidArgument), without a word of the text.
nlohmann::ordered_json readJson(std::string_view text, std::string_view what = "the text");

}  // namespace ashby
