// secrets, clock, random, log, wake, lists and notices, as tests want them: set by hand, the same each time,
// recorded.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <random>

#include "integration/services.hpp"

namespace integration::test {

// All of these are thread-safe.

class FakeSecrets final : public Secrets {
 public:
  std::vector<std::string> get(std::string_view name, bool fresh) override;

  // Newest first; none = there is no such secret.
  void set(const std::string& name, std::vector<std::string> values);
  // Sets values that only a fresh read sees, as after a rotation by another host.
  void setUnseen(const std::string& name, std::vector<std::string> values);

 private:
  std::mutex mutex_;
  std::map<std::string, std::vector<std::string>, std::less<>> cached_;
  std::map<std::string, std::vector<std::string>, std::less<>> fresh_;
};

class ManualClock final : public Clock {
 public:
  static constexpr std::int64_t kStart = 1795428000000;  // 2026-11-23T10:00:00Z

  std::int64_t now() override { return now_; }
  void set(std::int64_t unixMs) { now_ = unixMs; }
  void advance(std::int64_t ms) { now_ += ms; }

 private:
  std::atomic<std::int64_t> now_ = kStart;
};

class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed = 1) : engine_(seed) {}
  void fill(std::span<std::uint8_t> out) override;

 private:
  std::mutex mutex_;
  std::mt19937_64 engine_;
};

class RecordingLog final : public Log {
 public:
  struct Line {
    LogLevel level;
    std::string event;
    std::vector<std::pair<std::string, std::string>> publicFields;
    std::vector<std::pair<std::string, std::string>> otherFields;  // what a host would not print
  };

  void write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept override;
  void note(std::string_view item) noexcept override;

  std::vector<Line> lines() const;
  std::vector<std::string> notes() const;  // each item that was named, "" included
  std::string printed() const;             // what a host would print, all of it

 private:
  mutable std::mutex mutex_;
  std::vector<Line> lines_;
  std::vector<std::string> notes_;
};

class FakeWake final : public Wake {
 public:
  void wake() override { ++count_; }
  std::uint64_t count() const { return count_; }

 private:
  std::atomic<std::uint64_t> count_ = 0;
};

class FakeLists final : public Lists {
 public:
  std::vector<std::string> get(std::string_view kind) override;
  void set(const std::string& kind, std::vector<std::string> values);

 private:
  std::mutex mutex_;
  std::map<std::string, std::vector<std::string>, std::less<>> lists_;
};

class FakeNotices final : public Notices {
 public:
  void tell(const Notice& notice) override;
  std::vector<Notice> told() const;  // each key once
  // The next one throws this, and nobody is told.
  void failNext(Code code);

 private:
  mutable std::mutex mutex_;
  std::vector<Notice> told_;
  std::optional<Code> failNext_;
};

}  // namespace integration::test
