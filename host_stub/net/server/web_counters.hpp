// Metrics of a web server.
#pragma once

#include <array>

#include "net/server/metrics.hpp"

namespace host_stub {

struct WebCounters {
  explicit WebCounters(Metrics& metrics);

  void answered(int status);

  Gauge& open;
  Gauge& buffered;  // bytes held in memory: unread input, bodies, answers
  Counter& accepted;
  Counter& timedOut;    // 408
  Counter& evicted;     // made room for another connection
  Counter& refused;     // no room for the connection
  Counter& unaccepted;  // no file descriptor for it: it waits for one
  Counter& malformed;   // 400, 414, 431
  Counter& tooLarge;    // 413
  Counter& overloaded;  // 503 for want of memory
  Counter& unanswered;  // 503 because the handler took too long

 private:
  std::array<Counter*, 5> classes_;  // 1xx to 5xx
};

}  // namespace host_stub
