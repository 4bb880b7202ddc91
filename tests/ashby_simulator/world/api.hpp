#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>

#include "world/endpoints/endpoints.hpp"
#include "world/faults.hpp"
#include "world/http_message.hpp"
#include "world/rate_limiter.hpp"

namespace ashby_simulator {

/// One recorded call.
struct SeenCall {
  Millis at = 0;
  std::string endpoint;
  int status = 0;         ///< 0: the client got no answer.
  std::string errorCode;  ///< Empty for a success.
  std::string keyId;
};

/// Ashby's API as its clients see it: authentication, rate limit, permissions, envelopes, faults.
class Api {
 public:
  Api(IdGenerator& ids, Records& records, Outbox& outbox, std::uint64_t seed)
      : keys(ids), pager(seed), ids_(ids), outbox_(outbox), endpoints_(records, outbox, pager) {}

  ApiKeys keys;
  Pager pager;
  Faults faults;
  RateLimiter rateLimiter;

  /// The form of x-ratelimit-reset. Ashby's real form isn't known.
  enum class ResetForm { secondsLeft, unixSeconds, unixMillis };
  ResetForm resetForm = ResetForm::unixSeconds;

  Response answer(const Request& request, Millis now);

  /// Returns the answer to a call that saved a webhook, after the outcome of its ping.
  Response settled(Response response) const;

  /// Returns the newest calls, at most 10,000.
  const std::deque<SeenCall>& calls() const { return calls_; }
  /// Returns the calls of each endpoint since the last clearCalls().
  const std::map<std::string, std::uint64_t>& callCounts() const { return callCounts_; }
  void clearCalls();

 private:
  struct Caller {
    const ApiKey* key = nullptr;
    bool keyGiven = false;
  };

  Caller callerOf(const Request& request) const;
  Response route(const Request& request, const std::string& name, const Caller& caller, bool allowed,
                 Millis now);
  Response faulty(const Fault& fault, const Request& request, const std::string& name, const Caller& caller,
                  Millis now);
  Response perform(const Request& request, const Endpoints::Endpoint& endpoint, const ApiKey& key, bool stale,
                   Millis now);
  Response refusal(int status, const std::string& code, const std::string& message) const;
  void remember(const std::string& endpoint, const Response& response, const Caller& caller, Millis now);

  IdGenerator& ids_;
  const Outbox& outbox_;
  Endpoints endpoints_;
  std::string requestId_;  ///< Of the current call.
  std::deque<SeenCall> calls_;
  std::map<std::string, std::uint64_t> callCounts_;
};

}  // namespace ashby_simulator
