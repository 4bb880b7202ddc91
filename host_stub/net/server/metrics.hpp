// Counters and gauges, rendered as OpenMetrics text.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace host_stub {

using Labels = std::map<std::string, std::string>;

class Counter {
 public:
  void add(std::uint64_t amount = 1) noexcept { value_.fetch_add(amount, std::memory_order_relaxed); }
  std::uint64_t value() const noexcept { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

class Gauge {
 public:
  void set(std::int64_t value) noexcept { value_.store(value, std::memory_order_relaxed); }
  void add(std::int64_t amount) noexcept { value_.fetch_add(amount, std::memory_order_relaxed); }
  std::int64_t value() const noexcept { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::int64_t> value_{0};
};

// Thread-safe. The same name and labels are the same metric; a reference stays valid as long as the registry.
class Metrics {
 public:
  // name: without the "_total" that the text gives to a counter.
  Counter& counter(std::string_view name, std::string_view help, const Labels& labels = {});
  Gauge& gauge(std::string_view name, std::string_view help, const Labels& labels = {});

  static constexpr std::string_view kContentType =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";
  std::string render() const;

 private:
  template <class Metric>
  struct Family {
    std::string help;
    std::map<std::string, Metric> series;  // by its labels as they are rendered
  };
  template <class Metric>
  using Families = std::map<std::string, Family<Metric>, std::less<>>;

  template <class Metric>
  Metric& find(Families<Metric>& families, std::string_view name, std::string_view help,
               const Labels& labels);

  mutable std::mutex mutex_;  // guards the maps, not the values
  Families<Counter> counters_;
  Families<Gauge> gauges_;
};

}  // namespace host_stub
