// How much memory a string holds.
#pragma once

#include <cstddef>
#include <string>

namespace host_stub {

// Returns the bytes that it has allocated, used or not; 0 for one that fits into the object itself.
inline std::size_t heapBytes(const std::string& text) {
  return text.capacity() > std::string().capacity() ? text.capacity() : 0;
}

}  // namespace host_stub
