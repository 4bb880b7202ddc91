// The processes of the simulated host: which are up, which one does the work, and how they die.
#include <algorithm>

#include "engine.hpp"

namespace integration::simulation {
namespace {

constexpr std::int64_t kLeaseMs = 5000;  // until another process takes over from a dead one
constexpr std::int64_t kLongestRetryMs = 30000;
constexpr unsigned kRestlessRuns = 500;

}  // namespace

// Returns any process that is up; for work, the one that has the lease. Returns null if there is none.
HostProcess* Engine::processFor(CallKind kind) {
  const auto isUp = [](const HostProcess& process) { return process.instance != nullptr && !process.dying; };
  if (kind == CallKind::runWork) return isUp(processes_[leader_]) ? &processes_[leader_] : nullptr;
  HostProcess& drawn = processes_[order.below(processes_.size())];
  if (isUp(drawn)) return &drawn;
  const auto other = std::find_if(processes_.begin(), processes_.end(), isUp);
  return other == processes_.end() ? nullptr : &*other;
}

void Engine::crashAt(std::uint64_t hostCallsFromNow) {
  if (options.crashes) crashAtCall_ = report.hostCalls + hostCallsFromNow;
}

void Engine::die(HostProcess& process) {
  trace.line(now, {"host", std::to_string(process.number), "dies"});
  ++report.crashes;
  report.met.count("host dies");
  process.dying = true;
  if (options.onCrash) options.onCrash();
}

// Destroys a dead process whose last call has ended. It stays down for a while.
bool Engine::destroyDeadProcess() {
  for (HostProcess& process : processes_) {
    const bool inUse = std::any_of(calls_.begin(), calls_.end(),
                                   [&](const auto& call) { return &call->process == &process; });
    if (!process.dying || inUse) continue;
    try {
      for (const std::string& entry : process.instance->close(std::chrono::seconds(0)))
        found("a dead host's instance can be destroyed", entry + " is still in flight");
    } catch (const Failure& failure) {
      found("a dead host's instance can be destroyed", failure.what());
    }
    process.instance.reset();
    process.dying = false;
    process.secretCache.clear();
    process.upAt = now + (calm ? 100 : times.between(100, 90000));
    if (options.onCrashed) options.onCrashed(durable.digest());
    if (&process == &processes_[leader_]) {
      // The next holder of the lease is another one, even if this process comes back.
      at(now + kLeaseMs, "", false, [this] { failOver(); });
      ++fence;
      working_ = false;
    }
    return true;
  }
  return false;
}

bool Engine::startProcess() {
  for (HostProcess& process : processes_) {
    if (process.instance || process.upAt > now) continue;
    try {
      process.instance = PluginInstance::create(library, {"simulated", library->manifest().id});
    } catch (const Failure& failure) {
      found("a plugin can be created", failure.what());
    }
    trace.line(now, {"host", std::to_string(process.number), "is up"});
    return true;
  }
  return false;
}

// The work goes to another process, whether or not the one that had it knows.
void Engine::failOver() {
  if (!options.crashes) return;
  for (std::size_t step = 1; step <= processes_.size(); ++step) {
    const std::size_t next = (leader_ + step) % processes_.size();
    if (!processes_[next].instance || processes_[next].dying) continue;
    if (next != leader_) report.met.count("work moves to another host");
    if (working_) report.met.count("work moves while it runs");
    leader_ = next;
    ++fence;
    working_ = false;
    trace.line(now, {"host", std::to_string(processes_[leader_].number), "does the work"});
    return;
  }
}

bool Engine::workIsDue() const {
  const HostProcess& leader = processes_[leader_];
  if (durable.enablement != Durable::Enablement::enabled) return false;
  return (durable.wakeAt != 0 || hinted) && !working_ && leader.instance != nullptr && !leader.dying;
}

// A process goes by its own clock, as the plugin in it does.
std::int64_t Engine::workDueAt() const {
  return hinted ? now : durable.wakeAt + workLateMs_ - processes_[leader_].skewMs;
}

bool Engine::startWork() {
  const bool timeHasCome = workDueAt() <= now;
  if (!workIsDue() || !timeHasCome || workNotBefore_ > now) return false;
  restless_ = restlessAt_ == now ? restless_ + 1 : 0;
  restlessAt_ = now;
  if (restless_ > kRestlessRuns) found("work comes to rest", "it is due again and again at the same moment");
  working_ = true;
  hinted = false;
  durable.askedSince = 0;
  auto result = std::make_shared<WorkResult>();
  begin(
      CallKind::runWork, "run_work",
      [result](PluginInstance& plugin, const CallOptions& with) { *result = plugin.runWork(with); },
      [this, result, under = fence](const std::optional<Error>& error, bool lost) {
        workEnded(under, *result, error, lost);
      });
  return true;
}

// Work that was due when the run began is done; wakes of commits since then are not.
void Engine::workEnded(std::uint64_t startedUnder, const WorkResult& result,
                       const std::optional<Error>& error, bool lost) {
  if (startedUnder != fence) return;
  working_ = false;
  if (lost) return;
  if (error) {
    report.met.count("work fails");
    workNotBefore_ = now + std::min(kLongestRetryMs, std::int64_t{1000} << std::min(workFailures_++, 5U));
    return;
  }
  workFailures_ = 0;
  workNotBefore_ = 0;
  durable.wakeAt = Durable::earlier(durable.askedSince, result.more ? now : result.nextAt);
  changed();
}

}  // namespace integration::simulation
