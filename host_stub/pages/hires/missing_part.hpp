// Tells people what a list lacks.
#pragma once

#include "pages/format.hpp"

namespace host_stub {

// Returns a sentence. part: an item of `incomplete`, as the API gives it.
inline std::string missingPartInWords(const integration::Json& part) {
  return "The new hires of " + textOf(part, "connectionName") + " are missing: " + textOf(part, "reason") +
         ".";
}

}  // namespace host_stub
