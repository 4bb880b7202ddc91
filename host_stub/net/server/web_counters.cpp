#include "net/server/web_counters.hpp"

#include <string>

namespace host_stub {
namespace {

Counter& rejected(Metrics& metrics, const char* reason) {
  return metrics.counter("http_rejected", "Connections and requests turned away by the server.",
                         {{"reason", reason}});
}

}  // namespace

WebCounters::WebCounters(Metrics& metrics)
    : open(metrics.gauge("http_connections", "Open connections.")),
      buffered(metrics.gauge("http_buffered_bytes", "Bytes of requests and answers held in memory.")),
      accepted(metrics.counter("http_connections_accepted", "Connections accepted.")),
      timedOut(rejected(metrics, "timeout")),
      evicted(rejected(metrics, "evicted")),
      refused(rejected(metrics, "connections")),
      unaccepted(metrics.counter(
          "http_accept_failures",
          "Attempts to accept a connection that failed, such as for want of file descriptors.")),
      malformed(rejected(metrics, "malformed")),
      tooLarge(rejected(metrics, "too_large")),
      overloaded(rejected(metrics, "overloaded")),
      unanswered(rejected(metrics, "unanswered")) {
  for (std::size_t i = 0; i < classes_.size(); ++i)
    classes_[i] =
        &metrics.counter("http_requests", "Requests answered.", {{"class", std::to_string(i + 1) + "xx"}});
}

void WebCounters::answered(int status) {
  if (status >= 100 && status < 600) classes_[static_cast<std::size_t>(status / 100 - 1)]->add();
}

}  // namespace host_stub
