// The report of a simulated run: how often each thing was met, what happened, and what did not hold.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace integration::simulation {

// Something that must hold and didn't. invariant: a short name, the same for every run; what: this run's
// case.
struct Finding {
  std::string invariant, what;
};

// How often each fault, state and transition was met: what was never met was never tested.
class EventCounts {
 public:
  void count(std::string_view what, std::uint64_t times = 1) {
    const auto found = counts_.find(what);
    if (found != counts_.end())
      found->second += times;
    else
      counts_.emplace(what, times);
  }
  void add(const EventCounts& other) {
    for (const auto& [what, times] : other.counts_) count(what, times);
  }
  std::uint64_t of(std::string_view what) const {
    const auto found = counts_.find(what);
    return found == counts_.end() ? 0 : found->second;
  }
  const std::map<std::string, std::uint64_t, std::less<>>& all() const { return counts_; }

 private:
  std::map<std::string, std::uint64_t, std::less<>> counts_;
};

// Records what happened, line by line: always as a digest, which is the same for the same seed; as text if
// asked for.
class Trace {
 public:
  explicit Trace(bool keepText) : keepText_(keepText) {}

  void line(std::int64_t at, std::initializer_list<std::string_view> parts);

  std::uint64_t digest() const { return digest_; }
  const std::string& text() const { return text_; }

 private:
  bool keepText_;
  std::uint64_t digest_ = 0xcbf29ce484222325ULL;
  std::string text_;
};

struct RunReport {
  std::uint64_t seed = 0;
  std::uint64_t digest = 0;  // of the trace
  std::uint64_t hostCalls = 0, outsideEvents = 0, faults = 0, crashes = 0;
  EventCounts met;
  std::optional<Finding> finding;
  std::string trace;
};

}  // namespace integration::simulation
