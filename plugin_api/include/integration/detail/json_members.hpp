// Adds members to a JSON object while text is read into it: in constant time each, and bounded.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>

#include "integration/json_fwd.hpp"

namespace integration {

// A parser refuses an object that has more. No record of an applicant tracking system or the API has so many.
constexpr std::size_t kMaxJsonMembers = 10000;
constexpr const char* kTooManyMembers = "holds an object that has more than 10,000 members";

namespace detail {

// Serves one object, which nobody else changes meanwhile. Not thread-safe.
class JsonMembers {
 public:
  // Returns the member's value: the one of an earlier member of that name, else a new one. Null if the object
  // has no room for it. Valid until the next call.
  Json* at(Json::object_t& object, const std::string& name) {
    // A few are found sooner without an index.
    if (object.size() < kSearched) return &object[name];
    if (places_.empty())
      for (std::size_t i = 0; i < object.size(); ++i) places_.emplace((object.begin() + offset(i))->first, i);
    const auto [place, added] = places_.emplace(name, object.size());
    if (!added) return &(object.begin() + offset(place->second))->second;
    if (object.size() >= kMaxJsonMembers) return nullptr;
    object.Json::object_t::Container::emplace_back(name, nullptr);
    return &object.back().second;
  }

 private:
  static constexpr std::size_t kSearched = 32;
  static std::ptrdiff_t offset(std::size_t place) { return static_cast<std::ptrdiff_t>(place); }

  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace detail
}  // namespace integration
