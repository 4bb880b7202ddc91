#include "hosting/plugin_reporter.hpp"

#include <new>

namespace host_stub {

using integration::PluginCall;

void PluginReporter::breach(const PluginCall& call, const std::string& message) noexcept {
  log_.warning("a plugin broke the contract", {{"plugin", call.plugin},
                                               {"entry", call.entry},
                                               {"connection", call.connection},
                                               {"trace", call.trace},
                                               {"reason", message}});
  count("host_stub_plugin_breaches", "breaches of the contract by plugins", call);
}

void PluginReporter::overdue(const PluginCall& call) noexcept try {
  const std::string took = std::to_string(call.took.count());
  log_.warning("a plugin call is past its deadline: its connection is refused until it returns",
               {{"plugin", call.plugin},
                {"entry", call.entry},
                {"connection", call.connection},
                {"trace", call.trace},
                {"runningForMs", took}});
  count("host_stub_plugin_overdue_calls", "calls of plugins that went on past their deadline", call);
  if (call.entry == "load") hungLoad_(call);
} catch (const std::exception&) {
  // Without memory nothing can be said.
}

void PluginReporter::returned(const PluginCall& call) noexcept try {
  const std::string took = std::to_string(call.took.count());
  log_.info("a plugin call that was past its deadline has returned", {{"plugin", call.plugin},
                                                                      {"entry", call.entry},
                                                                      {"connection", call.connection},
                                                                      {"trace", call.trace},
                                                                      {"tookMs", took}});
} catch (const std::bad_alloc&) {
  // Without memory nothing can be said.
}

void PluginReporter::processChanged(const integration::ProcessState::Difference& change,
                                    const std::vector<PluginCall>& ran) noexcept try {
  std::string who;
  for (const PluginCall& call : ran)
    who += (who.empty() ? "" : ", ") + call.plugin + " " + call.entry +
           (call.connection.empty() ? "" : " of connection " + call.connection);
  log_.warning("a plugin changed what is the host's in the process: it was put back",
               {{"change", change.text}, {"entriesThatRan", who}});
  metrics_.counter("host_stub_process_changes", "changes of the process by plugins", {{"what", change.what}})
      .add();
} catch (const std::bad_alloc&) {
  // Without memory nothing can be said.
}

void PluginReporter::count(std::string_view name, std::string_view help, const PluginCall& call) noexcept
    try {
  metrics_.counter(name, help, {{"plugin", call.plugin}, {"entry", call.entry}}).add();
} catch (const std::bad_alloc&) {
  // The log has told it.
}

}  // namespace host_stub
