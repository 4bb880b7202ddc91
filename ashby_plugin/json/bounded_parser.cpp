#include "json/bounded_parser.hpp"

#include <new>

#include "integration/json.hpp"

namespace ashby {

simdjson::simdjson_result<simdjson::dom::element> BoundedParser::parse(std::string_view text) {
  const simdjson::error_code error = parser_.allocate(text.size(), integration::kMaxJsonDepth);
  if (error != simdjson::SUCCESS) return error;
  return parser_.parse(text.data(), text.size());
}

std::string refusalOf(simdjson::error_code error) {
  switch (error) {
    case simdjson::MEMALLOC:
      throw std::bad_alloc();
    case simdjson::CAPACITY:
      return "is too large";
    case simdjson::UTF8_ERROR:
      return "is not UTF-8";
    case simdjson::DEPTH_ERROR:
      return "is nested deeper than " + std::to_string(integration::kMaxJsonDepth) + " levels";
    default:
      return "is not JSON";
  }
}

}  // namespace ashby
