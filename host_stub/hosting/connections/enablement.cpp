// Enabling and disabling a connection, and what the host itself knows of its state.
#include "hosting/connections/connection_hub.hpp"

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
                   "plugin " + connection_.integration + ", connection " + key().connection +
                       ": it is being enabled, try again in a moment",
                   kAgainMs,
                   {}});
  requireNoPause();
  return instance();
}

void LiveConnection::requireNoPause() const {
  if (const auto pause = platform_.crashes.pause(key().connection))
    throw Failure({Code::unavailable, pause->reason, pause->until - unixNow(), {}});
}

void LiveConnection::remember(Enablement enablement, const AuditedAction& action) {
  platform_.connections.setEnablement(key(), enablement, action);
  *enablement_ = enablement;
}

void LiveConnection::enable(const Actor& actor) {
  CallServices services(platform_, context(kRequestMs, actor.id));
  const Enablement before = enablement();
  if (mayWork()) {
    instance().enable(services.options());
    const std::lock_guard lock(deciding_);
    if (enablement() == Enablement::unknown) remember(Enablement::enabled);
    return;
  }
  remember(Enablement::enabling);
  try {
    // Otherwise the plugin may be enabled already, and enabling it once more would catch nothing up.
    if (before == Enablement::interrupted) instance().disable(services.options());
    instance().enable(services.options());
    const std::lock_guard lock(deciding_);
    if (enablement() != Enablement::enabling)
      throw Failure(Code::aborted, "the connection was disabled while it was being enabled");
    *enablement_ = Enablement::enabled;  // before its work is due, which a disabled one loses
    platform_.connections.enable(key(), unixNow(), actor.action);
  } catch (...) {
    *enablement_ = Enablement::interrupted;
    throw;
  }
  platform_.wakes.tell(key(), unixNow());
}

void LiveConnection::stopCalling(const AuditedAction& action) {
  const std::lock_guard lock(deciding_);
  remember(Enablement::interrupted, action);
}

void LiveConnection::disable(const std::string& actor) {
  stopCalling();
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

void LiveConnection::keepEnablement(bool isEnabled) {
  remember(isEnabled ? Enablement::enabled : Enablement::disabled);
}

void ConnectionHub::learnEnablement() {
  AskConnections::Connections unknown;
  for (const Connection& connection : platform_.connections.all())
    if (connection.enablement == Enablement::unknown)
      if (auto found = find(connection.key); found && !found->unavailable())
        unknown.push_back(std::move(found));
  const auto results =
      asks_.ask<bool>(unknown, "status", kAnswerWithin, [](LiveConnection& connection, std::size_t) {
        return connection.statusOfPlugin().state != integration::ConnectionState::disabled;
      });
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (results[i].answer)
      unknown[i]->keepEnablement(*results[i].answer);
    else
      platform_.log.warning("whether a connection is enabled can't be learned: it is called as before",
                            {{"reason", results[i].outcome.reason}});
  }
}

ConnectionStatus LiveConnection::statusOfPlugin() {
  CallServices services(platform_, context(kRequestMs));
  return admitted().status(services.options());
}

ConnectionStatus LiveConnection::status() {
  ConnectionStatus status = statusOfPlugin();
  if (const auto suspect = platform_.crashes.suspect(key().connection);
      suspect && status.state != integration::ConnectionState::incomplete) {
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
