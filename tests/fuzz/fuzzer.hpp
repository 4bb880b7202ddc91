// The frame of a fuzzer: a function of any bytes, and promises that must hold for all of them.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

// Runs one input; each fuzzer defines it. Exceptions are findings too.
void fuzz(std::string_view bytes);

namespace fuzzing {

// Aborts if the promise doesn't hold. libFuzzer then keeps the input.
inline void mustHold(bool holds, const char* promise, std::string_view detail = {}) {
  if (holds) return;
  std::fprintf(stderr, "BROKEN PROMISE: %s\n%.*s\n", promise, static_cast<int>(detail.size()), detail.data());
  std::abort();
}

}  // namespace fuzzing
