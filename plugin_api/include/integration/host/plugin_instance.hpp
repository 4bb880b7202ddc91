// A plugin's object for one connection, called in C++ terms.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "integration/host/call_options.hpp"
#include "integration/host/call_slots.hpp"
#include "integration/host/plugin_library.hpp"
#include "integration/http.hpp"
#include "integration/operations.hpp"

namespace integration {

struct InstanceState;

// Keeps its library alive. Thread-safe. Every function throws Failure:
// - the plugin's own error,
// - `internal` if it broke the contract: the message names plugin, connection and entry, and the library's
//   observer is told,
// - or the refusal of CallSlots.
class PluginInstance {
 public:
  // host: null = pluginHost(); another one is for tests of the ABI.
  static std::unique_ptr<PluginInstance> create(std::shared_ptr<const PluginLibrary> library,
                                                const InstanceConfig& config, const CallOptions& options = {},
                                                const integration_host* host = nullptr);
  // The same with slots that the host made before: one instance each. A create that hangs counts for them.
  static std::unique_ptr<PluginInstance> create(std::shared_ptr<CallSlots> slots,
                                                const InstanceConfig& config, const CallOptions& options = {},
                                                const integration_host* host = nullptr);
  ~PluginInstance();  // closes, with up to 30 s of patience unless close was already tried

  void configure(const CallOptions& options, std::string_view settings);
  void enable(const CallOptions& options);
  void disable(const CallOptions& options);
  WebhookReply handleWebhook(const CallOptions& options, const WebhookRequest& request);
  ListPage listStaged(const CallOptions& options, const ListQuery& query);
  PromoteResult promote(const CallOptions& options, const PromoteRequest& request);
  void discard(const CallOptions& options, const DiscardRequest& request);
  ConnectionStatus status(const CallOptions& options);
  // failedPrecondition where it runs already. That no other host runs it at the same time, the host sees to.
  WorkResult runWork(const CallOptions& options);

  bool supports(std::string_view extension);
  // run<Result>(options, kRestore, RestoreRequest{...}); `unimplemented` where the plugin has no such
  // extension. Defined in host/run_extension.hpp.
  template <class Result, class Request>
  Result run(const CallOptions& options, std::string_view extension, const Request& request);
  std::string runText(const CallOptions& options, std::string_view extension, std::string_view request);

  // Admits no more calls, cancels those that run, waits for them, destroys the instance. Returns the entries
  // that were still in flight after `timeout`. In that case nothing is destroyed and the library stays
  // mapped, since its code still runs. Never call it from inside one of the instance's own calls.
  std::vector<std::string> close(std::chrono::milliseconds timeout);

 private:
  [[noreturn]] void refuseAnswer(std::string_view extension, const Failure& wrongShape) const;

  explicit PluginInstance(std::shared_ptr<InstanceState> state);
  std::shared_ptr<InstanceState> state_;
};

}  // namespace integration
