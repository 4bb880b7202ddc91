#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "world/collection.hpp"
#include "world/endpoints/parameters.hpp"

namespace ashby_simulator {

/// Pages and incremental sync of the list endpoints. Cursors and sync tokens contain their whole state, so
/// any number may be in use. A checksum with the world's seed makes those of another world invalid.
class Pager {
 public:
  explicit Pager(std::uint64_t seed) : seed_(seed) {}

  /// The parameters of a call that choose the page.
  struct Asked {
    explicit Asked(Parameters& parameters);
    std::size_t limit = 100;
    std::optional<std::string> cursor;
    std::optional<std::string> syncToken;
    std::optional<Millis> createdAfter;
  };

  /// Returns the whole answer. The sync token of the last page covers all changes since the *first* page. On
  /// later pages `syncToken` is optional, because the cursor contains it. Throws ApiError for an invalid or
  /// expired token or cursor.
  Json page(const Collection& collection, const std::string& endpoint, const Asked& asked,
            const std::function<bool(const Entity&)>& matches, const std::function<Json(const Json&)>& view,
            Millis now, const std::vector<std::string>* among = nullptr) const;

  /// Lets all sync tokens so far expire.
  /// Lets all cursors so far expire.
  void expireSyncTokens() { ++syncTokenEpoch_; }
  void expireCursors() { ++cursorEpoch_; }

  /// A sync token lasts "about one month", as a third party observed.
  Millis syncTokenLifetime = Millis{30} * 24 * 3600 * 1000;

  /// More changed records cause `incremental_sync_too_large`. Ashby's own limit isn't known.
  std::size_t largestIncrement = 100'000;

  /// The upper limit of a page, whatever the client requests.
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
