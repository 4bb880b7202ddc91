// JSON text to a tree and back, safely: bounded depth and members, numbers kept exactly, no input in an
// error. Include it in source files; public types speak of JSON text only.
#pragma once

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "integration/detail/json_members.hpp"
#include "integration/json_fwd.hpp"
#include "integration/status.hpp"

namespace integration {

constexpr std::size_t kMaxJsonDepth = 64;

// A number that is no plain 64-bit integer is kept as its exact text, never as a binary float. In the tree it
// is a binary value of this subtype, which JSON text itself can't make.
constexpr std::uint8_t kExactNumber = 1;

inline std::optional<std::string> exactNumber(const Json& json) {
  if (json.is_number_unsigned()) return std::to_string(json.get<std::uint64_t>());
  if (json.is_number_integer()) return std::to_string(json.get<std::int64_t>());
  if (json.is_binary() && json.get_binary().subtype() == kExactNumber)
    return std::string(json.get_binary().begin(), json.get_binary().end());
  return std::nullopt;
}

namespace detail {

// Builds the tree while parsing, so that depth is refused before anything deep exists. Duplicate names: the
// last wins.
class BoundedBuilder {
 public:
  explicit BoundedBuilder(Json& root) : root_(root) {}

  bool null() { return place(nullptr); }
  bool boolean(bool value) { return place(value); }
  bool number_integer(std::int64_t value) { return place(value); }
  bool number_unsigned(std::uint64_t value) { return place(value); }
  bool number_float(double, const std::string& text) {
    return place(Json::binary(std::vector<std::uint8_t>(text.begin(), text.end()), kExactNumber));
  }
  bool string(std::string& value) { return place(std::move(value)); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) {
    // Room beforehand: an ordered object that grows copies all that is in it, at every depth.
    Json object = Json::object();
    object.get_ref<Json::object_t&>().reserve(kUsualMembers);
    return open(std::move(object));
  }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    error_ = "is not JSON: broken at byte " + std::to_string(position);
    return false;
  }
  const std::string& error() const { return error_; }

 private:
  static constexpr std::size_t kUsualMembers = 20;
  struct Open {
    Json* json;           // an object or array that has not ended
    JsonMembers members;  // of an object
  };

  Json* put(Json value) {
    if (open_.empty()) return &(root_ = std::move(value));
    if (open_.back().json->is_array()) return &open_.back().json->emplace_back(std::move(value));
    Json* member = open_.back().members.at(open_.back().json->get_ref<Json::object_t&>(), key_);
    if (member == nullptr) {
      error_ = kTooManyMembers;
      return nullptr;
    }
    return &(*member = std::move(value));
  }
  bool place(Json value) { return put(std::move(value)) != nullptr; }
  bool open(Json container) {
    if (open_.size() == kMaxJsonDepth) {
      error_ = "is nested deeper than " + std::to_string(kMaxJsonDepth) + " levels";
      return false;
    }
    Json* placed = put(std::move(container));
    if (placed == nullptr) return false;
    open_.push_back({placed, {}});
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  Json& root_;
  std::vector<Open> open_;
  std::string key_;
  std::string error_;
};

}  // namespace detail

// Parses a text in time proportional to its length. Throws Failure(invalidArgument), without a word of it:
// - "<what> is not JSON: broken at byte N"
// - "<what> is nested deeper than 64 levels"
// - "<what> holds an object that has more than 10,000 members"
inline Json parseJson(std::string_view text, std::string_view what = "the text") {
  Json root;
  detail::BoundedBuilder builder(root);
  // nlohmann/json would take it for the end of the text, whatever comes behind.
  if (const std::size_t zero = text.find('\0'); zero != text.npos)
    throw Failure(Code::invalidArgument,
                  std::string(what) + " is not JSON: broken at byte " + std::to_string(zero + 1));
  if (!Json::sax_parse(text.begin(), text.end(), &builder))
    throw Failure(Code::invalidArgument, std::string(what) + " " + builder.error());
  return root;
}

namespace detail {

inline bool holdsExactNumber(const Json& json) {
  if (json.is_binary()) return true;
  return json.is_structured() && std::any_of(json.begin(), json.end(), holdsExactNumber);
}

inline std::string dumpPlain(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

inline void dumpExact(const Json& json, std::string& out) {
  if (json.is_binary()) {
    out.append(json.get_binary().begin(), json.get_binary().end());
  } else if (json.is_structured()) {
    out += json.is_object() ? '{' : '[';
    bool first = true;
    for (const auto& [key, value] : json.items()) {
      if (!std::exchange(first, false)) out += ',';
      if (json.is_object()) out += dumpPlain(key) + ":";
      dumpExact(value, out);
    }
    out += json.is_object() ? '}' : ']';
  } else {
    out += dumpPlain(json);
  }
}

}  // namespace detail

// Text that isn't UTF-8 is written with replacement characters, an exact number as it was read.
inline std::string dumpJson(const Json& json) {
  if (!detail::holdsExactNumber(json)) return detail::dumpPlain(json);
  std::string out;
  detail::dumpExact(json, out);
  return out;
}

}  // namespace integration
