// Names that people tell apart by looking at them.
#pragma once

#include <string>

namespace host_stub {

// Returns whether the name is UTF-8 of which every sign is seen, but for blanks inside: no control character,
// line break, sign of no width or change of direction, and no blank at an end. Two such names that look the
// same are the same, but for letters that look alike.
bool isVisibleName(const std::string& name);

}  // namespace host_stub
