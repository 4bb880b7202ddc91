#include "integration/testing/fake_http.hpp"

#include <algorithm>

namespace integration::test {

std::vector<HttpOutcome> FakeHttp::send(std::span<const HttpRequest> requests) {
  if (requests.size() > kMaxRequests)
    throw Failure(Code::invalidArgument, "at most " + std::to_string(kMaxRequests) + " requests at once");
  std::vector<HttpOutcome> outcomes;
  std::uint32_t waited = 0;
  for (const HttpRequest& request : requests) {
    outcomes.push_back(outcomeFor(request));
    if (outcomes.back().code == Code::deadlineExceeded) waited = std::max(waited, request.timeoutMs);
  }
  if (waited != 0 && passes_) passes_(waited);
  return outcomes;
}

HttpOutcome FakeHttp::outcomeFor(const HttpRequest& request) {
  Handler handler;
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
    if (auto& queue = queued_[request.url]; !queue.empty()) {
      HttpOutcome outcome = std::move(queue.front());
      queue.pop_front();
      return outcome;
    }
    handler = handler_;
  }
  if (handler) return handler(request);
  return {Code::unavailable, 0, {}, {}, "nothing listens at " + request.url};
}

void FakeHttp::answer(const std::string& url, HttpOutcome outcome) {
  const std::lock_guard lock(mutex_);
  queued_[url].push_back(std::move(outcome));
}

void FakeHttp::answerJson(const std::string& url, std::string body, int httpStatus) {
  answer(url, {Code::ok, httpStatus, {{"content-type", "application/json"}}, std::move(body), {}});
}

void FakeHttp::handle(Handler handler) {
  const std::lock_guard lock(mutex_);
  handler_ = std::move(handler);
}

void FakeHttp::onTimeOut(std::function<void(std::uint32_t)> passes) {
  passes_ = std::move(passes);
}

std::vector<HttpRequest> FakeHttp::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

}  // namespace integration::test
