#include "integration/host/process_guard.hpp"

#include <atomic>
#include <mutex>
#include <optional>

#include "plugin_calls.hpp"
#include "process_comparison.hpp"

namespace integration {
namespace {

constexpr std::chrono::seconds kEvery{1};

// Never destroyed: the watchdog may look at it until the process ends.
struct Guarded {
  std::atomic<bool> isActive{false};
  std::mutex mutex;  // guards what follows
  ProcessState kept;
  ProcessGuard::Tell tell;
  Watchdog::Instant next;
};
Guarded& guarded() {
  static auto* const made = new Guarded;
  return *made;
}

}  // namespace

ProcessGuard::ProcessGuard(Tell tell) {
  Guarded& process = guarded();
  const std::lock_guard lock(process.mutex);
  if (process.isActive) return;
  process.kept = ProcessState::now();
  process.tell = std::move(tell);
  process.next = std::chrono::steady_clock::now() + kEvery;
  process.isActive = isActive_ = true;
}

ProcessGuard::~ProcessGuard() {
  if (!isActive_) return;
  Guarded& process = guarded();
  const std::lock_guard lock(process.mutex);
  process.isActive = false;
  process.tell = nullptr;
}

bool isProcessGuarded() noexcept {
  return guarded().isActive;
}

// A change that can't be put back is kept as it is from then on, so that it is told once.
void compareProcess() {
  Guarded& process = guarded();
  if (!process.isActive) return;
  const std::lock_guard lock(process.mutex);
  if (!process.isActive) return;
  process.next = std::chrono::steady_clock::now() + kEvery;
  std::vector<PluginCall> ran;
  for (const auto& plugin : Watchdog::watched()) plugin->takeRan(ran);
  const auto changes = process.kept.changesTo(ProcessState::now());
  if (changes.empty()) return;
  process.kept.restore();
  process.kept = ProcessState::now();
  for (const ProcessState::Difference& change : changes) process.tell(change, ran);
}

Watchdog::Instant compareProcessIfDue(Watchdog::Instant now) {
  Guarded& process = guarded();
  if (!process.isActive) return Watchdog::Instant::max();
  {
    const std::lock_guard lock(process.mutex);
    if (now < process.next) return process.next;
  }
  compareProcess();
  return now + kEvery;
}

}  // namespace integration
