// Text that was damaged on its way here: read in the wrong encoding, escaped, or cut.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ashby::names {

// repaired: the name as it was before; empty if that can't be told.
struct Damage {
  std::string message;
  std::string repaired;
};

// Finds damage in a name as Ashby sent it, before it is cleaned:
// - U+FFFD, C1 controls, and bytes that are no UTF-8,
// - HTML entities,
// - UTF-8 that was read as Latin-1 or CP1252,
// - signs within a word that no name has.
std::optional<Damage> damageOf(std::string_view name);

}  // namespace ashby::names
