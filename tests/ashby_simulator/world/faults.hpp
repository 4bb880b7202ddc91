#pragma once

#include <optional>
#include <string>
#include <vector>

#include "world/json.hpp"

namespace ashby_simulator {

/// A wrong answer that the world gives on demand.
struct Fault {
  std::string kind = {};          ///< One of Faults::kinds().
  std::string endpoint = {};      ///< Such as `offer.list`; empty: any.
  std::string bodyContains = {};  ///< Only calls with this text in the body, such as an id; empty: any.
  int remaining = -1;             ///< The number of calls; -1: until cleared.
  int status = 500;               ///< For `status` and `html`.
  std::string code = {};          ///< For `error` (HTTP 200) and `errorForm`, such as `sync_token_invalid`.
  std::string patch = {};         ///< For `odd`: a JSON Patch (RFC 6902) of the answer's `results`.
  std::optional<int> retryAfter = {};  ///< Seconds.
  std::optional<Millis> until = {};    ///< Applies before this time only.
  bool partnerScope = false;           ///< A 429 carries `X-RateLimit-Scope: integration-partner`.
};

class Faults {
 public:
  /// Returns the kinds: status, error, errorForm (the code as `errors[0].message`), html, halfBody, hang,
  /// drop, lostAnswer (performs the call, then drops the connection), odd (the right answer after a patch),
  /// staleRead, syncTokenExpired, cursorExpired.
  static const std::vector<std::string>& kinds();

  /// Adds a fault; ignores one with `remaining` 0. Throws std::invalid_argument for an unknown kind.
  void add(Fault fault);
  void clear() { faults_.clear(); }
  const std::vector<Fault>& all() const { return faults_; }

  /// Returns the first fault that applies, and counts it down; null if there is none.
  std::optional<Fault> take(const std::string& endpoint, const std::string& body, Millis now);

 private:
  std::vector<Fault> faults_;
};

}  // namespace ashby_simulator
