// How much memory the requests and answers of a web server hold, against its cap. Network thread only.
#pragma once

#include <chrono>
#include <cstddef>

#include "net/server/metrics.hpp"

namespace host_stub {

class MemoryBudget {
 public:
  // A session that holds no more than this is never over the budget: large bodies can't keep small ones out.
  static constexpr std::size_t kSmall = std::size_t{64} * 1024;

  MemoryBudget(Gauge& held, std::size_t cap) : held_(held), cap_(cap) {}

  // Replaces the bytes that a session was charged by those it holds now. Returns false if it holds more
  // than kSmall and the cap is passed.
  bool charge(std::size_t& charged, std::size_t held);
  // Gives freed memory back to the system, at most once a second, after much was released.
  void trim();

 private:
  Gauge& held_;
  const std::size_t cap_;
  std::size_t total_ = 0;
  std::size_t released_ = 0;  // since the last trim
  std::chrono::steady_clock::time_point trimmedAt_;
};

}  // namespace host_stub
