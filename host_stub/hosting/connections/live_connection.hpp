// A connection that is alive in this process, with its plugin instance.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "hosting/call_services.hpp"
#include "hosting/connections/claims.hpp"
#include "integration/host/run_extension.hpp"

namespace host_stub {

// A connection and its plugin. The instance is created when it is first needed. Thread-safe.
class LiveConnection {
 public:
  static constexpr std::int64_t kRequestMs = 20000;
  static constexpr std::int64_t kDeliveryMs = 10000;
  static constexpr std::int64_t kWorkMs = 10000;

  // others: null if no other connection can be asked for duplicates.
  // enablement: shared with the hub; null means the connection's own.
  LiveConnection(Platform& platform, Connection connection, OtherConnections* others = nullptr,
                 std::shared_ptr<std::atomic<Enablement>> enablement = nullptr);

  const Connection& connection() const { return connection_; }
  const ConnectionKey& key() const { return connection_.key; }
  // Returns why the plugin is not loaded; nullopt if it is. Without a plugin, every function below that calls
  // it throws Failure(unavailable) with this reason, except disable().
  const std::optional<std::string>& unavailable() const { return unavailable_; }
  const integration::Manifest& manifest() const { return loaded().manifest(); }

  Enablement enablement() const { return *enablement_; }
  // Returns whether the plugin may be called for work.
  bool mayWork() const;

  // --- One call of the plugin each.
  // actor: the user who asked, "" if nobody did. The action of an Actor joins what the call changes.
  // Requests of people throw Failure(unavailable) while another thread enables the connection. They and
  // deliver() throw it, too, while the connection pauses because its calls crashed the host.

  // Returns the plugin's status, corrected by what the host knows of crashes and enablement.
  integration::ConnectionStatus status();
  // Returns the plugin's status as it is.
  integration::ConnectionStatus statusOfPlugin();
  // Saves the offered secrets if the plugin accepts the settings. No work begins meanwhile, because it would
  // see the new settings with the old secrets.
  void configure(const Actor& actor, const std::string& settings, const OfferedSecrets& offered);
  // Returns what `configure` would change in the waiting new hires; nullopt if the plugin can't tell. Saves
  // nothing, and throws what `configure` throws.
  std::optional<integration::SettingsPreview> preview(const std::string& actor, const std::string& settings,
                                                      const OfferedSecrets& offered);
  // Stores `enabling`, calls the plugin, then stores `enabled` and makes work due. If the plugin fails or the
  // host crashes on the way, the connection is disabled. If it was enabled already, it stays so, and the
  // plugin is only told again. The caller makes calls of enable() and disable() one at a time.
  void enable(const Actor& actor);
  // Ends deliveries and work like stopCalling(), then calls the plugin if it is loaded. Throws Failure if the
  // plugin fails; the connection is disabled all the same.
  void disable(const std::string& actor);
  // Durably ends deliveries and work, even while a call of the plugin runs. An enabling that runs fails.
  // Doesn't call the plugin: disable() must follow.
  void stopCalling(const AuditedAction& action = {});
  // Stores what the plugin told of a connection of an earlier release (Enablement::unknown).
  void keepEnablement(bool isEnabled);
  // Answers 403 without the plugin if the connection is disabled.
  integration::WebhookReply deliver(const integration::WebhookRequest& request);
  // Whether other connections are asked for possible duplicates.
  enum class Ask { forDuplicates, nobody };
  integration::ListPage list(const integration::ListQuery& query, Ask ask = Ask::forDuplicates);
  std::optional<integration::NewHire> hire(const std::string& id, Ask ask = Ask::forDuplicates);
  integration::PromoteResult promote(const Actor& actor, const integration::PromoteRequest& request);
  void discard(const Actor& actor, const integration::DiscardRequest& request);
  // Does nothing, and returns when to try again, while `configure` runs. The same if the connection pauses
  // and its instance has still to be created.
  integration::WorkResult runWork(const std::atomic<bool>& cancelled);

  // Returns this connection's possible duplicates, for another connection; empty if its plugin has no
  // `match`. The call may take as long as any other, because a slow one must not count as hung.
  std::vector<integration::PossibleDuplicate> match(const integration::MatchQuery& query);

  // Returns the slots for the connection's calls of the plugin; null if the plugin is not loaded.
  const std::shared_ptr<integration::CallSlots>& slots() const { return slots_; }

  bool supports(std::string_view extension) { return admitted().supports(extension); }
  template <class Result, class Request>
  Result run(const Actor& actor, std::string_view extension, const Request& request) {
    CallServices services(platform_, audited(actor));
    try {
      return admitted().run<Result>(services.options(), extension, request);
    } catch (const integration::Failure& failure) {
      throw named(extension, failure);
    }
  }

  // Admits no more calls, and waits up to 30 s for those in flight. Logs those that are left then.
  void close();

 private:
  const Integration& loaded() const;
  integration::PluginInstance& instance();
  // Returns the instance, for people's requests other than enable and disable. Throws Failure(unavailable)
  // while the connection is being enabled, or pauses.
  integration::PluginInstance& admitted();
  // Throws Failure(unavailable) while the connection pauses, because calls of it crashed the host.
  void requireNoPause() const;
  void remember(Enablement enablement, const AuditedAction& action = {});
  // Returns the failure, with plugin, connection and extension in its message if the plugin is at fault.
  integration::Failure named(std::string_view extension, const integration::Failure& failure) const;
  CallContext context(std::int64_t patienceMs, const std::string& actor = {}) const;
  // Returns the context of a request whose commits are audited.
  CallContext audited(const Actor& actor) const;

  Platform& platform_;
  const Connection connection_;
  const Integration* const integration_;  // null if the plugin is not loaded
  const std::optional<std::string> unavailable_;
  OtherConnections* const others_;
  const std::shared_ptr<std::atomic<Enablement>> enablement_;
  std::mutex deciding_;  // held while the enablement is decided and stored, never during a call of the plugin
  std::atomic<bool> configuring_{false};
  const std::shared_ptr<integration::CallSlots> slots_;  // null if the plugin is not loaded
  Claims creating_{std::chrono::seconds(2)};
  std::unique_ptr<integration::PluginInstance> instance_;
  std::atomic<integration::PluginInstance*> created_{nullptr};  // instance_, once it can be used
};

}  // namespace host_stub
