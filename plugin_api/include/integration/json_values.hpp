// Members of described structs that stand for JSON values C++ has no type for.
#pragma once

#include <optional>
#include <string>

namespace integration {

// JSON that only one side understands, such as a plugin's settings: carried as text.
struct RawJson {
  std::string text = "null";
};

// The exact text of a JSON number.
struct ExactNumber {
  std::string text;
};

// A member of a partial update: absent = leave as it is, null = clear it.
template <class T>
struct Patch {
  bool present = false;
  std::optional<T> value;
};

}  // namespace integration
