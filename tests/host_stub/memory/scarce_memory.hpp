// Memory that runs out: the n-th allocation of the program fails, be it C++'s, SQLite's or OpenSSL's, in the
// host or in a plugin, on any thread but the test's own.
#pragma once

#include <cstdint>

namespace host_stub_test {

class ScarceMemory {
 public:
  // Before SQLite and OpenSSL are used: they are given allocators that fail too. The calling thread's own
  // allocations never fail and aren't counted.
  static void install();

  // From now on the n-th allocation (1: the next) and the `count - 1` after it fail.
  static void failFrom(std::uint64_t n, std::uint64_t count);
  // From now on none does. Gives how many there were since failFrom.
  static std::uint64_t stopFailing();
};

}  // namespace host_stub_test
