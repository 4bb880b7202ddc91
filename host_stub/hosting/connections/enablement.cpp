// Enabling and disabling a connection, and what the host itself knows of its state.
#include "hosting/connection_hub.hpp"

namespace host_stub {

using integration::Code;
using integration::ConnectionStatus;
using integration::Error;
using integration::Failure;

bool LiveConnection::mayWork() const {
  return enablement() == Enablement::enabled || enablement() == Enablement::unknown;
}

integration::PluginInstance& LiveConnection::admitted() {
  constexpr std::int64_t kAgainMs = 1000;
  if (enablement() == Enablement::enabling)
    throw Failure({Code::unavailable,
                   "the connection " + key().connection + " of the plugin " + connection_.integration +
                       " is being enabled: try again in a moment",
                   kAgainMs,
                   {}});
  return instance();
}

void LiveConnection::remember(Enablement enablement) {
  platform_.connections.setEnablement(key(), enablement);
  *enablement_ = enablement;
}

void LiveConnection::enable(const std::string& actor) {
  CallServices services(platform_, context(kRequestMs, actor));
  const Enablement before = enablement();
  if (mayWork()) {
    instance().enable(services.options());
    if (before == Enablement::unknown) remember(Enablement::enabled);
    return;
  }
  remember(Enablement::enabling);
  try {
    // Otherwise the plugin may be enabled already, and enabling it once more would catch nothing up.
    if (before == Enablement::interrupted) instance().disable(services.options());
    instance().enable(services.options());
    platform_.connections.enable(key(), unixNow());
  } catch (...) {
    *enablement_ = Enablement::interrupted;
    throw;
  }
  *enablement_ = Enablement::enabled;
  platform_.wakes.tell(key(), unixNow());
}

void LiveConnection::disable(const std::string& actor) {
  remember(Enablement::interrupted);
  if (unavailable_) return;
  try {
    CallServices services(platform_, context(kRequestMs, actor));
    instance().disable(services.options());
  } catch (const Failure& failure) {
    Error error = failure.error();
    error.message = "the connection " + key().connection +
                    " is disabled, but its plugin did not take note of it: " + error.message;
    throw Failure(std::move(error));
  }
  remember(Enablement::disabled);
}

void LiveConnection::learnEnablement() {
  if (enablement() != Enablement::unknown || unavailable_) return;
  const bool isEnabled = statusOfPlugin().state != integration::ConnectionState::disabled;
  remember(isEnabled ? Enablement::enabled : Enablement::disabled);
}

void ConnectionHub::learnEnablement() {
  for (const Connection& connection : platform_.connections.all()) {
    if (connection.enablement != Enablement::unknown) continue;
    try {
      if (const auto found = find(connection.key)) found->learnEnablement();
    } catch (const std::exception& failure) {
      platform_.log.warning("whether a connection is enabled can't be learned: it is called as before",
                            {{"plugin", connection.integration},
                             {"connection", connection.key.connection},
                             {"reason", failure.what()}});
    }
  }
}

ConnectionStatus LiveConnection::statusOfPlugin() {
  CallServices services(platform_, context(kRequestMs));
  return admitted().status(services.options());
}

ConnectionStatus LiveConnection::status() {
  ConnectionStatus status = statusOfPlugin();
  if (const auto suspect = platform_.crashes.suspect(key().connection)) {
    status.state = integration::ConnectionState::failing;
    status.health = suspect->reason;
  }
  if (isDisabled(enablement()) && status.state != integration::ConnectionState::disabled) {
    status.state = integration::ConnectionState::disabled;
    status.health = "Disabled: deliveries are refused and nothing is imported.";
  }
  if (enablement() == Enablement::interrupted)
    status.health =
        "Disabled, but its plugin may not know: the last time, enabling or disabling it did not come to its "
        "end. Enable or disable it once more.";
  return status;
}

}  // namespace host_stub
