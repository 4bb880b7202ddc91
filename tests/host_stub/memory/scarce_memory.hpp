// Memory that runs out: the n-th allocation of the program fails, be it C++'s, SQLite's or OpenSSL's, in the
// host or in a plugin, in child processes too, on any thread but the main one of each.
#pragma once

#include <cstdint>

namespace host_stub_test {

class ScarceMemory {
 public:
  // Gives SQLite and OpenSSL, neither of which may be in use yet, allocators that fail too. Allocations of
  // the calling thread never fail and aren't counted, nor are those of the main thread of a child process.
  static void install();

  // Makes the n-th allocation from now on (1: the next) and the `count - 1` after it fail, in this process
  // and in its children.
  static void failFrom(std::uint64_t n, std::uint64_t count);
  // Lets all succeed again. Returns how many there were since failFrom.
  static std::uint64_t stopFailing();
  // Returns true if an allocation of this process has failed.
  static bool hasFailed();
};

}  // namespace host_stub_test
