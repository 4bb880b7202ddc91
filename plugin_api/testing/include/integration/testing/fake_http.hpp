// http by script: answers that a test queues, or a function that answers.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <mutex>

#include "integration/http.hpp"

namespace integration::test {

// Thread-safe. A request is answered by the oldest answer queued for its URL, else by the handler, else with
// `unavailable`, as if nothing listened there.
class FakeHttp final : public Http {
 public:
  using Handler = std::function<HttpOutcome(const HttpRequest&)>;

  std::vector<HttpOutcome> send(std::span<const HttpRequest> requests) override;

  void answer(const std::string& url, HttpOutcome outcome);
  void answerJson(const std::string& url, std::string body, int httpStatus = 200);
  void handle(Handler handler);
  // Calls the function for the time that passes while requests of one send() exceed their deadline: once for
  // them together, with the longest timeoutMs of theirs. Without it, no time passes.
  void onTimeOut(std::function<void(std::uint32_t ms)> passes);

  std::vector<HttpRequest> requests() const;  // all that were sent, in order

 private:
  HttpOutcome outcomeFor(const HttpRequest& request);

  mutable std::mutex mutex_;
  std::map<std::string, std::deque<HttpOutcome>> queued_;
  Handler handler_;
  std::function<void(std::uint32_t)> passes_;
  std::vector<HttpRequest> requests_;
};

}  // namespace integration::test
