// A connection that is alive in this process, with its plugin instance, made when it is first needed.
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

// A connection and its plugin. Thread-safe.
class LiveConnection {
 public:
  static constexpr std::int64_t kRequestMs = 20000;
  static constexpr std::int64_t kDeliveryMs = 10000;
  static constexpr std::int64_t kWorkMs = 10000;

  // enablement: shared with the hub; null means the connection's own.
  LiveConnection(Platform& platform, Connection connection, OtherConnections* others = nullptr,
                 std::shared_ptr<std::atomic<Enablement>> enablement = nullptr);

  const Connection& connection() const { return connection_; }
  const ConnectionKey& key() const { return connection_.key; }
  // Returns why the plugin is not loaded; nullopt if it is. Without a plugin, everything below that needs one
  // throws Failure(unavailable) with this reason.
  const std::optional<std::string>& unavailable() const { return unavailable_; }
  const integration::Manifest& manifest() const { return loaded().manifest(); }

  Enablement enablement() const { return *enablement_; }
  // Returns whether the plugin may be called for work.
  bool mayWork() const;

  // Each makes one call of the plugin. actor: who asked; the action joins what the call changes. While
  // another thread enables the connection, what people ask throws Failure(unavailable); `deliver` doesn't.
  integration::ConnectionStatus status();
  // Returns what the plugin says, without what the host knows besides.
  integration::ConnectionStatus statusOfPlugin();
  // Keeps the offered secrets if the plugin takes the settings. No work is begun meanwhile: it would meet the
  // new settings with the old secrets.
  void configure(const Actor& actor, const std::string& settings, const OfferedSecrets& offered);
  // Returns what `configure` would change of the new hires that wait; nullopt if the plugin can't tell. Keeps
  // nothing, and throws what `configure` throws.
  std::optional<integration::SettingsPreview> preview(const std::string& actor, const std::string& settings,
                                                      const OfferedSecrets& offered);
  // Each first changes what the host does, durably, then tells the plugin. If the plugin fails, the
  // connection stays disabled; one that was enabled and is enabled again stays enabled. The caller makes
  // these calls one at a time.
  void enable(const Actor& actor);
  void disable(const std::string& actor);
  // Ends deliveries and work at once, durably, whatever call of the plugin runs; an enabling that runs fails.
  // disable() is to follow, for the plugin.
  void stopCalling(const AuditedAction& action = {});
  // Keeps what the plugin of a connection of an earlier release told.
  void keepEnablement(bool isEnabled);
  // Answers 403 by itself if the connection is disabled.
  integration::WebhookReply deliver(const integration::WebhookRequest& request);
  // Whether other connections are asked who may be the same person.
  enum class Ask { forDuplicates, nobody };
  integration::ListPage list(const integration::ListQuery& query, Ask ask = Ask::forDuplicates);
  std::optional<integration::NewHire> hire(const std::string& id, Ask ask = Ask::forDuplicates);
  integration::PromoteResult promote(const Actor& actor, const integration::PromoteRequest& request);
  void discard(const Actor& actor, const integration::DiscardRequest& request);
  integration::WorkResult runWork(const std::atomic<bool>& cancelled);

  // Returns possible duplicates that this connection holds, for another connection; empty if its plugin has
  // no `match`. The call may take as long as any other: one that is merely slow must not count as hung.
  std::vector<integration::PossibleDuplicate> match(const integration::MatchQuery& query);

  // The calls of the plugin for this connection: how many run, and whether a further one is refused. Null if
  // the plugin is not loaded.
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

  // Admits no more calls, and waits 30 s at most for those in flight; what is left then is logged.
  void close();

 private:
  const Integration& loaded() const;
  integration::PluginInstance& instance();
  // Returns the instance, for people's requests other than enable and disable. Throws Failure(unavailable)
  // while the connection is being enabled, or pauses.
  integration::PluginInstance& admitted();
  // Throws Failure(unavailable) while the connection pauses, since calls of it ended the host.
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
  std::mutex deciding_;  // held while the enablement is decided and kept, never across a call of the plugin
  std::atomic<bool> configuring_{false};
  const std::shared_ptr<integration::CallSlots> slots_;  // null if the plugin is not loaded
  Claims creating_{std::chrono::seconds(2)};
  std::unique_ptr<integration::PluginInstance> instance_;
  std::atomic<integration::PluginInstance*> created_{nullptr};  // instance_, once it can be used
};

}  // namespace host_stub
