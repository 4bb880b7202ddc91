// A process of the simulated host, and a call into the plugin that runs in it.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "call_services.hpp"
#include "integration/host/plugin_instance.hpp"
#include "integration/simulation/fiber.hpp"

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

}  // namespace integration::simulation
