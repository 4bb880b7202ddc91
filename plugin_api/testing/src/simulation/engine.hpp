// The life of a simulated host: its time, its processes, the calls in progress, and whose turn it is.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "call_services.hpp"
#include "durable.hpp"
#include "integration/host/plugin_instance.hpp"
#include "integration/simulation/fiber.hpp"
#include "integration/simulation/simulated_host.hpp"

namespace integration::simulation {

struct HostProcess {
  unsigned number = 0;
  std::unique_ptr<PluginInstance> instance;  // null while it is down
  bool dying = false;                        // nothing that it does has an effect any more
  std::int64_t upAt = 0;                     // while it is down
  std::int64_t skewMs = 0;                   // how far its clock is off
  std::map<std::string, std::vector<std::string>, std::less<>> secretCache;
};

using CallEnd = std::function<void(std::optional<Error>, bool lost)>;

// The time that a call's deadline is of. The host kit reads it before each service, which is no host call.
class DeadlineClock final : public Clock {
 public:
  DeadlineClock(const Engine& engine, const HostProcess& process) : engine_(engine), process_(process) {}
  std::int64_t now() override;

 private:
  const Engine& engine_;
  const HostProcess& process_;
};

struct RunningCall {
  RunningCall(Engine& engine, HostProcess& on, CallKind which)
      : process(on), kind(which), services(engine, *this), deadlineClock(engine, on) {}

  HostProcess& process;
  CallKind kind;
  std::string name;
  std::unique_ptr<Fiber> fiber;
  std::int64_t readyAt = 0, deadline = 0;
  std::uint64_t fence = 0;  // of the lease that the work was begun under
  unsigned callsAfterDeath = 0;
  std::map<std::string, std::string> offeredSecrets;
  std::atomic<bool> cancelled = false;
  std::optional<Error> error;
  CallEnd end;
  CallServices services;
  DeadlineClock deadlineClock;
};

class Engine {
 public:
  // What a dying host may still be asked by one call before that counts as a finding.
  static constexpr unsigned kCallsAfterDeath = 8;

  Engine(SimulatedHost& host, std::shared_ptr<const PluginLibrary> library, Scenario& scenario,
         const LifeOptions& options);
  ~Engine();

  LifeReport live();
  void at(std::int64_t when, std::string what, bool planned, std::function<void()> happen);
  void begin(CallKind kind, std::string what, std::function<void(PluginInstance&, const CallOptions&)> entrance,
             CallEnd end, std::map<std::string, std::string> offeredSecrets = {});
  void settle();
  void crashAt(std::uint64_t hostCallsFromNow);
  void failOver();
  void found(std::string invariant, std::string what);

  // --- for the services of a call
  // Until it is this call's turn again. Throws unavailable where its process has died.
  void wait(RunningCall& call, std::int64_t ms);
  // The same, counted as a host call. True where the process dies at this one.
  bool stopAt(RunningCall& call, std::string_view function, std::string_view detail, std::int64_t takesMs);
  void die(HostProcess& process);
  void changed();  // something durable
  std::int64_t shortTime();
  std::int64_t networkTime();

  SimulatedHost& host;
  const std::shared_ptr<const PluginLibrary> library;
  Scenario& scenario;
  const LifeOptions options;
  LifeReport report;
  Trace trace;
  Mishaps mishaps;
  Dice order, times, bytes;
  Durable durable;
  std::int64_t now = SimulatedHost::kStart;
  std::uint64_t fence = 1;
  bool calm = false;
  bool hinted = false;  // wake() was called

 private:
  struct Event {
    std::string what;
    bool planned = false;
    std::size_t index = 0;
    std::function<void()> happen;
  };

  void runUntil(std::int64_t until);
  bool anythingNow();
  bool goOn();
  void finish(RunningCall& call);
  bool happenNext();
  std::int64_t nextTime() const;

  HostProcess* processFor(CallKind kind);
  bool buryOne();
  bool reviveOne();
  bool workIsDue() const;
  std::int64_t workDueAt() const;
  bool startWork();
  void workEnded(std::uint64_t startedUnder, const WorkResult& result, const std::optional<Error>& error, bool lost);
  void endAll();

  std::vector<HostProcess> processes_;
  std::size_t leader_ = 0;
  std::vector<std::unique_ptr<RunningCall>> calls_;
  std::vector<std::unique_ptr<Fiber>> idleFibers_;
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
