// The metrics on a listener of their own (--metrics-listen), which asks for no token.
#pragma once

#include "net/server/metrics.hpp"
#include "net/server/web.hpp"

namespace host_stub {

// Thread-safe.
class MetricsSite : public WebHandler {
 public:
  // The metrics must outlive this. isForThisMachine: it listens on loopback, and answers programs on this
  // machine only.
  MetricsSite(Metrics& metrics, bool isForThisMachine)
      : metrics_(metrics), isForThisMachine_(isForThisMachine) {}

  void admit(const RequestHead& head, Decide decide) override;
  // Is never called: the head decides.
  void handle(WebRequest request, Respond respond) override;

 private:
  Metrics& metrics_;
  const bool isForThisMachine_;
};

// Returns the answer to a request for metrics that may see them.
WebResponse metricsAnswer(Metrics& metrics);

}  // namespace host_stub
