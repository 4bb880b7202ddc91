// simdjson's parser, with the bounds that hold for every text from outside.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace ashby {

class BoundedParser {
 public:
  // Refuses what is nested deeper than integration::parseJson takes. The element holds until the next parse,
  // and no longer than the parser.
  simdjson::simdjson_result<simdjson::dom::element> parse(std::string_view text);

 private:
  simdjson::dom::parser parser_;
};

// Returns why a text is refused, as "is not UTF-8", without a word of it. Throws std::bad_alloc if there was
// no memory.
std::string refusalOf(simdjson::error_code error);

}  // namespace ashby
