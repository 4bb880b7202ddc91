// Remembers what a plugin instance learned of Ashby: hints alone, which may be lost at any time.
#pragma once

#include <atomic>
#include <cstddef>

#include "ashby/answer_cache.hpp"
#include "ashby/pacing.hpp"

namespace ashby {

// The number of hires whose calls fit into the 16 that are in flight together.
inline constexpr std::size_t kHiresTogether = 5;

// Thread-safe.
struct AshbySession {
  Pacer pacer;
  AnswerCache answers;
  // How many hires are read together: one, where Ashby's answers about some used up a run's time.
  std::atomic<std::size_t> hiresTogether = kHiresTogether;
};

}  // namespace ashby
