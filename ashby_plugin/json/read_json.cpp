#include "json/read_json.hpp"

#include <algorithm>

#include "integration/json.hpp"
#include "integration/status.hpp"
#include "json/bounded_parser.hpp"

namespace ashby {
namespace {

// A page of a hundred applications has some ten thousand.
constexpr std::ptrdiff_t kMostCommas = 500000;

using integration::Json;
using simdjson::dom::element;
using simdjson::dom::element_type;

// `room`: for how many levels. False if the tree is none that integration::parseJson makes: too deep, with
// too many members, or with a number that is no whole one, whose text it keeps and simdjson doesn't have.
bool build(const element& from, Json& into, std::size_t room) {
  switch (from.type()) {
    case element_type::OBJECT: {
      if (room == 0) return false;
      into = Json::object();
      auto& members = into.get_ref<Json::object_t&>();
      const simdjson::dom::object object = from.get_object().value_unsafe();
      members.reserve(std::min(object.size(), integration::kMaxJsonMembers));
      integration::detail::JsonMembers added;
      for (const auto& [name, value] : object) {
        Json* member = added.at(members, std::string(name));
        if (member == nullptr || !build(value, *member, room - 1)) return false;
      }
      return true;
    }
    case element_type::ARRAY: {
      if (room == 0) return false;
      into = Json::array();
      auto& items = into.get_ref<Json::array_t&>();
      const simdjson::dom::array array = from.get_array().value_unsafe();
      items.reserve(array.size());
      for (const element& item : array)
        if (!build(item, items.emplace_back(), room - 1)) return false;
      return true;
    }
    case element_type::STRING:
      into = std::string(from.get_string().value_unsafe());
      return true;
    case element_type::INT64: {
      // Numbers that aren't negative are unsigned there.
      const std::int64_t number = from.get_int64().value_unsafe();
      into = number < 0 ? Json(number) : Json(static_cast<std::uint64_t>(number));
      return true;
    }
    case element_type::UINT64:
      into = std::uint64_t{from.get_uint64().value_unsafe()};
      return true;
    case element_type::BOOL:
      into = from.get_bool().value_unsafe();
      return true;
    case element_type::NULL_VALUE:
      into = nullptr;
      return true;
    default:
      return false;
  }
}

}  // namespace

Json readJson(std::string_view text, std::string_view what) {
  if (std::count(text.begin(), text.end(), ',') > kMostCommas)
    throw integration::Failure(integration::Code::invalidArgument,
                               std::string(what) + " holds too many values");
  BoundedParser parser;
  element root;
  Json tree;
  if (parser.parse(text).get(root) == simdjson::SUCCESS && build(root, tree, integration::kMaxJsonDepth))
    return tree;
  return integration::parseJson(text, what);
}

}  // namespace ashby
