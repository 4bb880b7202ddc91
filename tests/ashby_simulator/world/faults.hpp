#pragma once

#include <optional>
#include <string>
#include <vector>

#include "world/json.hpp"

namespace ashby_simulator {

/// What the world is told to answer instead of the truth.
struct Fault {
  std::string kind = {};               ///< One of Faults::kinds().
  std::string endpoint = {};           ///< `offer.list`; empty: any.
  std::string bodyContains = {};       ///< Only calls whose body holds this text, such as an id; empty: any.
  int remaining = -1;                  ///< So many calls; -1: until cleared.
  int status = 500;                    ///< Of `status` and `html`.
  std::string code = {};               ///< Of `error` (HTTP 200) and `errorForm`: `sync_token_invalid`, ...
  std::string patch = {};              ///< Of `odd`: a JSON Patch (RFC 6902) of the answer's `results`.
  std::optional<int> retryAfter = {};  ///< Seconds.
  std::optional<Millis> until = {};    ///< Applies before this time only.
  bool partnerScope = false;           ///< A 429 carries `X-RateLimit-Scope: integration-partner`.
};

class Faults {
 public:
  /// status, error, errorForm (the code as `errors[0].message`), html, halfBody, hang, drop, lostAnswer
  /// (done, then dropped), odd (the right answer with members of another form), staleRead, syncTokenExpired,
  /// cursorExpired.
  static const std::vector<std::string>& kinds();

  /// Throws std::invalid_argument for an unknown kind.
  void add(Fault fault);
  void clear() { faults_.clear(); }
  const std::vector<Fault>& all() const { return faults_; }

  /// The first that applies, counted down.
  std::optional<Fault> take(const std::string& endpoint, const std::string& body, Millis now);

 private:
  std::vector<Fault> faults_;
};

}  // namespace ashby_simulator
