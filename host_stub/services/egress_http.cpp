#include "services/egress_http.hpp"

#include <algorithm>

#include "integration/status.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using integration::HttpOutcome;
using integration::HttpRequest;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kMaxTimeout{10000};
constexpr milliseconds kSlice{50};  // how often the waiting thread looks for cancellation

}  // namespace

std::vector<HttpOutcome> EgressHttp::send(std::span<const HttpRequest> requests) {
  if (requests.size() > kMaxRequests)
    throw Failure(Code::invalidArgument, "At most " + std::to_string(kMaxRequests) +
                                             " requests may be sent together, not " +
                                             std::to_string(requests.size()) + ".");
  const auto batch = std::make_shared<PendingRequests>(requests.size());
  const SendTime time = startTime();
  std::vector<std::shared_ptr<PendingRequest>> exchanges;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    try {
      exchanges.push_back(prepare(requests[i], batch, i, time));
    } catch (const Failure& failure) {
      batch->finish(i, failed(failure.code(), failure.what()));
    }
  }
  for (const auto& exchange : exchanges) egress_.start(exchange);
  wait(*batch, exchanges);
  return batch->take();
}

EgressHttp::SendTime EgressHttp::startTime() const {
  SendTime time{steady_clock::now(), kMaxTimeout};
  if (call_.deadline != 0) {
    const auto unixNow =
        std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch());
    time.atMost = std::min(time.atMost, milliseconds(call_.deadline) - unixNow);
  }
  return time;
}

std::shared_ptr<PendingRequest> EgressHttp::prepare(const HttpRequest& request,
                                                    std::shared_ptr<PendingRequests> batch, std::size_t index,
                                                    const SendTime& time) const {
  if (call_.cancelled && call_.cancelled())
    throw Failure(Code::cancelled, "The call was cancelled before the request was sent.");
  const Url url = parseUrl(request.url);
  if (!call_.allowed.contains(url.origin))
    throw Failure(Code::permissionDenied,
                  "The manifest doesn't allow requests to " + url.origin.text() + ".");
  Origin target = egress_.targetOf(url.origin);
  if (target == url.origin && target.scheme != "https")
    throw Failure(Code::permissionDenied,
                  "Requests go out over https only, not to " + url.origin.text() + ".");

  SecretText authorization;
  if (request.auth != HttpRequest::Auth::none) {
    std::optional<std::string> secret = call_.secret(request.secret);
    if (!secret) throw Failure(Code::failedPrecondition, "There is no secret named " + request.secret + ".");
    const SecretText value(std::move(*secret));
    authorization.append(authorizationValue(request.auth, value.view()).view());
  }

  const milliseconds limit = std::min(time.atMost, milliseconds(request.timeoutMs));
  if (limit <= milliseconds(0))
    throw Failure(Code::deadlineExceeded, "The call's time was up before the request was sent.");
  return std::shared_ptr<PendingRequest>(new PendingRequest{call_.asker,
                                                            url.origin,
                                                            std::move(target),
                                                            requestHead(request, url, authorization.view()),
                                                            request.body,
                                                            request.method != "HEAD",
                                                            time.start + limit,
                                                            std::move(batch),
                                                            index,
                                                            {}});
}

void EgressHttp::wait(PendingRequests& batch, const std::vector<std::shared_ptr<PendingRequest>>& exchanges) {
  bool finished = false;
  while (!finished) {
    const bool cancelled = call_.cancelled && call_.cancelled();
    const auto now = steady_clock::now();
    milliseconds slice = kSlice;
    std::vector<std::shared_ptr<PendingRequest>> unwanted;
    for (const auto& exchange : exchanges) {
      if (batch.finished(exchange->index)) continue;
      if (cancelled || exchange->deadline <= now)
        unwanted.push_back(exchange);
      else
        slice = std::min(slice, std::chrono::ceil<milliseconds>(exchange->deadline - now));
    }
    if (!unwanted.empty()) egress_.abandon(unwanted, cancelled ? Code::cancelled : Code::deadlineExceeded);
    finished = batch.waitAll(slice);
  }
}

}  // namespace host_stub
