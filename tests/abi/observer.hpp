// An observer of plugins that keeps each report, so that a test can wait for it.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "integration/host/plugin_observer.hpp"

namespace integration {

// Keeps the reports about plugins. [thread-safe]
class RememberingObserver : public PluginObserver {
 public:
  void breach(const PluginCall& call, const std::string& message) noexcept override {
    add("breach", call, message);
  }
  void overdue(const PluginCall& call) noexcept override { add("overdue", call, ""); }
  void returned(const PluginCall& call) noexcept override { add("returned", call, ""); }

  struct Told {
    std::string what;
    PluginCall call;
    std::string message;
  };
  std::vector<Told> all() const {
    const std::lock_guard lock(mutex_);
    return told_;
  }
  // Blocks until there are `count` reports; returns all reports.
  std::vector<Told> await(std::size_t count) const {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return told_.size() >= count; });
    return told_;
  }

 private:
  void add(const char* what, const PluginCall& call, const std::string& message) {
    const std::lock_guard lock(mutex_);
    told_.push_back({what, call, message});
    changed_.notify_all();
  }

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::vector<Told> told_;
};

}  // namespace integration
