// Enabling and disabling the connection of the simulated host: one at a time, as real hosts do it.
#include "host_state.hpp"

namespace integration::simulation {

using Enablement = Durable::Enablement;

namespace {

constexpr std::int64_t kAgainMs = 50;

}  // namespace

void SimulatedHost::enable(Then<Nothing> then) {
  Engine& engine = state_->engine;
  if (engine.changing) return later(kAgainMs, [this, then = std::move(then)] { enable(then); });
  engine.changing = true;
  const Enablement before = engine.durable.enablement;
  if (before != Enablement::enabled) engine.durable.enablement = Enablement::enabling;
  engine.changed();
  call<Nothing>(
      CallKind::enable, "enable",
      [before](PluginInstance& plugin, const CallOptions& options) {
        if (before == Enablement::interrupted) plugin.disable(options);
        plugin.enable(options);
        return Nothing{};
      },
      [&engine, before, then = std::move(then)](const Outcome<Nothing>& outcome) {
        engine.changing = false;
        if (before != Enablement::enabled) {
          engine.durable.enablement = outcome.ok() ? Enablement::enabled : Enablement::interrupted;
          if (outcome.ok()) engine.durable.wake(engine.now);
          engine.changed();
        }
        if (then) then(outcome);
      });
}

void SimulatedHost::disable(Then<Nothing> then) {
  Engine& engine = state_->engine;
  if (engine.changing) return later(kAgainMs, [this, then = std::move(then)] { disable(then); });
  engine.changing = true;
  engine.durable.enablement = Enablement::interrupted;
  engine.changed();
  call<Nothing>(
      CallKind::disable, "disable",
      [](PluginInstance& plugin, const CallOptions& options) { return plugin.disable(options), Nothing{}; },
      [&engine, then = std::move(then)](const Outcome<Nothing>& outcome) {
        engine.changing = false;
        if (outcome.ok()) engine.durable.enablement = Enablement::disabled;
        engine.changed();
        if (then) then(outcome);
      });
}

}  // namespace integration::simulation
