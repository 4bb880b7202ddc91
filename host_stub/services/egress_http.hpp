// Requests out, for a plugin's call: only to the origins of its manifest, within a deadline, with the secrets
// inserted here.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "integration/http.hpp"
#include "net/client/egress.hpp"

namespace host_stub {

// The requests that a plugin call may send. The functions are called on the thread of send() only.
struct EgressCall {
  Asker asker;
  Origins allowed;
  std::function<std::optional<std::string>(std::string_view name)> secret;  // nullopt: no such secret
  std::int64_t deadline = 0;                                                // Unix ms, 0 = none
  std::function<bool()> cancelled;
};

class EgressHttp : public integration::Http {
 public:
  EgressHttp(Egress& egress, EgressCall call) : egress_(egress), call_(std::move(call)) {}

  // Throws Failure(invalidArgument) for more than kMaxRequests; everything else is an outcome.
  std::vector<integration::HttpOutcome> send(std::span<const integration::HttpRequest> requests) override;

 private:
  // The same for all requests of one send, so that those of equal time-outs end together.
  struct SendTime {
    std::chrono::steady_clock::time_point start;
    std::chrono::milliseconds atMost;  // until the call's deadline, or the longest time-out
  };
  SendTime startTime() const;
  std::shared_ptr<PendingRequest> prepare(const integration::HttpRequest& request,
                                          std::shared_ptr<PendingRequests> batch, std::size_t index,
                                          const SendTime& time) const;
  void wait(PendingRequests& batch, const std::vector<std::shared_ptr<PendingRequest>>& exchanges);

  Egress& egress_;
  EgressCall call_;
};

}  // namespace host_stub
