#pragma once

#include <algorithm>
#include <string_view>

namespace ashby {

// Returns whether the text may become part of a store key: a short word of letters, digits, - and _. Ashby's
// ids are UUIDs.
inline bool isId(std::string_view text) {
  auto allowed = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  };
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), allowed);
}

}  // namespace ashby
