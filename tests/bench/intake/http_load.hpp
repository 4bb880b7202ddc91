// A closed loop of HTTP requests from one thread: each connection sends the next request once it has its
// answer.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bench {

struct LoadOptions {
  std::uint16_t port = 0;  // on 127.0.0.1
  std::size_t connections = 1;
  std::chrono::milliseconds time{3000};
};

struct LoadResult {
  double perSecond = 0;
  double medianMs = 0, p99Ms = 0;
  std::map<int, std::size_t> statuses;    // how many answers had each; 0: a connection that broke
  std::vector<std::size_t> acknowledged;  // the requests that were answered with 200, as places in `requests`
};

// Sends the requests in their order, each once, until the time is over or none is left; one request alone is
// repeated. Throws std::runtime_error if nothing listens.
LoadResult drive(const LoadOptions& options, const std::vector<std::string>& requests);

}  // namespace bench
