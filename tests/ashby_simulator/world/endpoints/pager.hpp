#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "world/collection.hpp"
#include "world/endpoints/parameters.hpp"

namespace ashby_simulator {

/// Pages and incremental sync of the list endpoints. Cursors and sync tokens carry all they mean, so any
/// number may be outstanding; they are checksummed with the world's seed, so those of another world are
/// invalid.
class Pager {
 public:
  explicit Pager(std::uint64_t seed) : seed_(seed) {}

  /// `limit`, `cursor`, `syncToken`, `createdAfter` of a call.
  struct Asked {
    explicit Asked(Parameters& parameters);
    std::size_t limit = 100;
    std::optional<std::string> cursor;
    std::optional<std::string> syncToken;
    std::optional<Millis> createdAfter;
  };

  /// The whole answer. The token of the last page covers what changed since the *first* page was made. On
  /// later pages `syncToken` may be repeated or not: the cursor knows. Throws ApiError for a token or cursor
  /// that is no good.
  Json page(const Collection& collection, const std::string& endpoint, const Asked& asked,
            const std::function<bool(const Entity&)>& matches, const std::function<Json(const Json&)>& view,
            Millis now, const std::vector<std::string>* among = nullptr) const;

  /// Everything handed out so far is expired from here on.
  void expireSyncTokens() { ++syncTokenEpoch_; }
  void expireCursors() { ++cursorEpoch_; }

  /// A sync token lasts "about one month"; a third party's observation.
  Millis syncTokenLifetime = Millis{30} * 24 * 3600 * 1000;

  /// More changed records than this: `incremental_sync_too_large`. Ashby's own limit isn't known.
  std::size_t largestIncrement = 100'000;

  /// A page holds no more than this, whatever the client asks for.
  std::size_t largestPage = 100;

 private:
  struct Position {
    std::int64_t since = -1;
    std::uint64_t upTo = 0;
    std::uint64_t after = 0;
  };

  Position start(const Collection& collection, const std::string& endpoint, const Asked& asked,
                 Millis now) const;
  std::string checksum(const std::string& content) const;
  std::string sealed(const std::string& content) const;
  std::optional<std::string> opened(const std::string& token) const;

  std::uint64_t seed_;
  int syncTokenEpoch_ = 0;
  int cursorEpoch_ = 0;
};

}  // namespace ashby_simulator
