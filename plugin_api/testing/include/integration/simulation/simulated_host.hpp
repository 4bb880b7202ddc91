// A host in memory whose clock, chance, store, network, people and processes are simulated from one seed,
// around the real library of a plugin. It runs two processes on one durable state; either may die at any call
// that the plugin makes, and the work of a connection moves between them.
//
// Each call into the plugin runs on a fiber of its own and stops at every host call, so that the calls of one
// connection meet in every order. Nothing here is random but by the seed: the same seed is the same run.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "integration/call.hpp"
#include "integration/host/run_extension.hpp"
#include "integration/http.hpp"
#include "integration/operations.hpp"
#include "integration/simulation/outcome.hpp"
#include "integration/simulation/run_options.hpp"
#include "integration/simulation/scenario.hpp"

namespace integration::simulation {

// Not thread-safe: one thread, one run.
class SimulatedHost {
 public:
  static constexpr std::int64_t kStart = 1795428000000;  // 2026-11-23T10:00:00Z
  static constexpr std::int64_t kQuietMs = 26LL * 3600 * 1000;

  SimulatedHost(std::shared_ptr<const PluginLibrary> library, Scenario& scenario, const RunOptions& options);
  ~SimulatedHost();

  // The whole run: the plan with everything that goes wrong, then the quiet hours. Once.
  RunReport runOnce();

  // --- for the scenario: time and chance
  std::int64_t now() const;  // Unix ms
  // An outside event: counted, shown in the trace, left out one by one where a finding is shrunk.
  void plan(std::int64_t at, std::string what, std::function<void()> happen);
  // Plans what follows from an event; it is not counted.
  void later(std::int64_t afterMs, std::function<void()> happen);
  void met(std::string_view what);
  void found(std::string invariant, std::string what);
  bool isCalm() const;  // the outside events are over

  // --- for the scenario: people and the network, in at one process or the other. `then` is told how it
  // ended.
  // The host itself answers 403 while the connection is disabled.
  void deliver(OwnedWebhook delivery, Then<WebhookReply> then = {});
  void list(const ListQuery& query, Then<ListPage> then = {});
  void promote(const PromoteRequest& request, Then<PromoteResult> then = {});
  void discard(const DiscardRequest& request, Then<Nothing> then = {});
  void status(Then<ConnectionStatus> then = {});
  // secrets: offered under their names while configure runs, kept if it answers ok.
  void configure(std::string settings, const std::map<std::string, std::string>& secrets,
                 Then<Nothing> then = {});
  // Disabled, the plugin is called for no work; while it is being enabled, for deliveries alone. Each waits
  // for the one before it.
  void enable(Then<Nothing> then = {});
  void disable(Then<Nothing> then = {});
  template <class Result, class Request>
  void run(CallKind kind, const char* extension, Request request, Then<Result> then = {}) {
    call<Result>(
        kind, extension,
        [=](PluginInstance& plugin, const CallOptions& options) {
          if constexpr (std::is_same_v<Result, Nothing>)
            return plugin.run<void>(options, extension, request), Nothing{};
          else
            return plugin.run<Result>(options, extension, request);
        },
        std::move(then));
  }
  // Runs until every call in progress has ended, and nothing else.
  void settle();

  // --- for the scenario: the hosts. A process dies at the n-th host call from now.
  void crashAt(std::uint64_t hostCallsFromNow);
  void failOver();
  void setList(const std::string& kind, std::vector<std::string> values);
  void rotateSecret(const std::string& name, std::string value);
  std::vector<std::string> validSecrets(const std::string& name) const;  // newest first

  // --- for the scenario: what is durable, to be looked at.
  std::vector<Entry> entries(std::string_view prefix);
  std::vector<Person> people() const;
  std::vector<Notice> told() const;  // each notice once
  std::int64_t wakeAt() const;

 private:
  using Entrance = std::function<void(PluginInstance&, const CallOptions&)>;
  template <class Result, class Enter>
  void call(CallKind kind, const std::string& what, Enter enter, Then<Result> then);
  void begin(CallKind kind, const std::string& what, Entrance entrance,
             std::function<void(std::optional<Error>, bool)> end);

  struct State;
  std::unique_ptr<State> state_;
};

template <class Result, class Enter>
void SimulatedHost::call(CallKind kind, const std::string& what, Enter enter, Then<Result> then) {
  auto outcome = std::make_shared<Outcome<Result>>();
  begin(
      kind, what,
      [=](PluginInstance& plugin, const CallOptions& options) { outcome->value = enter(plugin, options); },
      [=](const std::optional<Error>& error, bool lost) {
        outcome->error = error;
        outcome->lost = lost;
        if (then) then(*outcome);
      });
}

}  // namespace integration::simulation
