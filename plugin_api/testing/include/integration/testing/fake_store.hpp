// The store in memory, with all of its rules and some ways to fail on purpose.
#pragma once

#include <map>
#include <mutex>
#include <optional>

#include "integration/store.hpp"

namespace integration::test {

// Thread-safe. One connection's state.
class FakeStore final : public Store {
 public:
  using Store::get;
  std::vector<Entry> get(std::span<const std::string> keys) override;
  Page scan(const Range& range) override;
  [[nodiscard]] Committed commit(const Commit& commit) override;

  // The earliest wakeAt of all commits since the last finished(); 0 = none.
  std::int64_t wakeAt() const;
  // Ends a run_work as a host does, if nothing else committed meanwhile.
  void finished(std::int64_t nextAt);

  // The next function that is called throws this, and nothing happens.
  void failNext(Code code, std::string message = "the store failed on purpose");
  // The next commit happens, and its answer is lost.
  void loseNextAnswer();

  std::vector<Entry> entries() const;  // all, in order
  std::uint64_t commits() const;       // how many succeeded
  std::uint64_t calls() const;         // how often any function was called

 private:
  void begin();
  Entry entryFor(const std::string& key) const;

  mutable std::mutex mutex_;
  std::map<std::string, Entry> entries_;
  Version version_ = 0;
  std::int64_t wakeAt_ = 0;
  std::uint64_t commits_ = 0;
  std::uint64_t calls_ = 0;
  std::optional<Failure> failNext_;
  bool loseNextAnswer_ = false;
};

}  // namespace integration::test
