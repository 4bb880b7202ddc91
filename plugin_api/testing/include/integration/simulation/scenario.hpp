// The world around a plugin: its source system, its users, and what must hold. An object serves one run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "integration/http.hpp"
#include "integration/new_hire.hpp"
#include "integration/store.hpp"

namespace integration::simulation {

class SimulatedHost;

// All of it runs on one thread. Whatever must hold and doesn't is told to host.found(); nothing may throw.
class Scenario {
 public:
  virtual ~Scenario() = default;

  // Plans the outside events (host.plan). Called once, before time begins.
  virtual void begin(SimulatedHost& host) = 0;

  // The source's answer to a request that reached it. secret: what the host inserts under the secret's name.
  virtual HttpOutcome answer(const HttpRequest& request, const std::string& secret) = 0;

  // After each commit and each new member, before anything else happens. Here stands what must hold at every
  // step.
  virtual void committed(SimulatedHost&, const Commit&) {}
  virtual void memberCreated(SimulatedHost&, const Person&) {}
  // Whatever a host prints or shows to people who may not see personal data: public log fields, error
  // messages.
  virtual void printed(SimulatedHost&, std::string_view) {}

  // The outside events are over, every host is up and nothing fails any more: what people would put right
  // now.
  virtual void calm(SimulatedHost&) {}
  // After the quiet hours: what must have come of it all. host.listNow() and the like ask the plugin.
  virtual void afterQuiet(SimulatedHost& host) = 0;
};

}  // namespace integration::simulation
