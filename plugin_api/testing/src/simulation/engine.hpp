// The run of a simulated host: its time, its processes, the calls in progress, and whose turn it is.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "durable.hpp"
#include "integration/simulation/simulated_host.hpp"
#include "running_call.hpp"

namespace integration::simulation {

class Engine {
 public:
  // The number of requests that a call may still make of a dying host before that counts as a finding.
  static constexpr unsigned kCallsAfterDeath = 8;

  Engine(SimulatedHost& host, std::shared_ptr<const PluginLibrary> library, Scenario& scenario,
         const RunOptions& options);
  ~Engine();

  RunReport runOnce();
  void at(std::int64_t when, std::string what, bool planned, std::function<void()> action);
  void begin(CallKind kind, const std::string& what,
             std::function<void(PluginInstance&, const CallOptions&)> entry, CallEnd end,
             std::map<std::string, std::string> offeredSecrets = {});
  void settle();
  void crashAt(std::uint64_t hostCallsFromNow);
  void failOver();
  void found(std::string invariant, std::string what);

  // --- for the services of a call
  // Suspends the call for that long, and until it is its turn. Throws unavailable if its process has died.
  void wait(RunningCall& call, std::int64_t ms);
  // Waits, and counts a host call. Returns true if the process dies at this one.
  bool stopAt(RunningCall& call, std::string_view function, std::string_view detail, std::int64_t takesMs);
  void die(HostProcess& process);
  // Reports that something durable has changed.
  void changed();
  std::int64_t shortTime();
  std::int64_t networkTime();

  SimulatedHost& host;
  const std::shared_ptr<const PluginLibrary> library;
  Scenario& scenario;
  const RunOptions options;
  RunReport report;
  Trace trace;
  Faults faults;
  Prng order, times, bytes;
  Durable durable;
  std::int64_t now = SimulatedHost::kStart;
  std::uint64_t fence = 1;
  bool calm = false;
  bool hinted = false;    // wake() was called
  bool changing = false;  // the connection is being enabled or disabled

 private:
  struct Event {
    std::string what;
    bool planned = false;
    std::size_t index = 0;
    std::function<void()> action;
  };

  void runUntil(std::int64_t until);
  // Each of the functions that return bool returns false if there was nothing to do at this time.
  bool runOneStep();
  // Resumes one of the calls whose time has come, chosen at random.
  bool resumeOneCall();
  void finish(RunningCall& call);
  bool runNextEvent();
  std::int64_t nextTime() const;

  HostProcess* processFor(CallKind kind);
  bool destroyDeadProcess();
  bool startProcess();
  bool workIsDue() const;
  std::int64_t workDueAt() const;
  bool startWork();
  void workEnded(std::uint64_t startedUnder, const WorkResult& result, const std::optional<Error>& error,
                 bool lost);
  void endAll();

  std::vector<HostProcess> processes_;
  std::size_t leader_ = 0;
  std::vector<std::unique_ptr<RunningCall>> calls_;
  std::vector<RunningCall*> ready_;
  std::multimap<std::int64_t, Event> events_;
  std::size_t planned_ = 0;
  std::uint64_t lastCall_ = 0;
  std::uint64_t crashAtCall_ = 0;
  bool working_ = false;  // run_work under the present lease
  std::int64_t workNotBefore_ = 0, workLateMs_ = 0, restlessAt_ = 0;
  unsigned workFailures_ = 0, restless_ = 0;
  bool over_ = false;
};

}  // namespace integration::simulation
