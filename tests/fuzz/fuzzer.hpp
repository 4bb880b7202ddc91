// A fuzzer: a function of any bytes, and what must hold whatever they are.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

// Defined by each fuzzer; what it throws is a finding too.
void fuzz(std::string_view bytes);

namespace fuzzing {

// A promise that `bytes` must not break. libFuzzer keeps the input of a process that aborts.
inline void mustHold(bool holds, const char* promise, std::string_view detail = {}) {
  if (holds) return;
  std::fprintf(stderr, "BROKEN PROMISE: %s\n%.*s\n", promise, static_cast<int>(detail.size()), detail.data());
  std::abort();
}

}  // namespace fuzzing
