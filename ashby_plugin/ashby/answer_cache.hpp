// Answers that many hires share - their job, its departments, its location - for a minute, as long as any
// change in Ashby may take to show.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "integration/json_fwd.hpp"

namespace ashby {

// Thread-safe.
class AnswerCache {
 public:
  using Results = std::shared_ptr<const integration::Json>;

  static constexpr std::int64_t kKeptMs = 60000;
  static constexpr std::size_t kMost = 2000;

  // Null if it isn't known or too old.
  Results find(std::int64_t now, const std::string& question) const;
  void keep(std::int64_t now, const std::string& question, Results results);
  // Forgets all answers: another key may be shown something else.
  void forget();

 private:
  struct Kept {
    std::int64_t at = 0;
    Results results;
  };
  mutable std::mutex mutex_;
  std::map<std::string, Kept> kept_;
};

}  // namespace ashby
