// The connections that are alive in this process: each with its plugin instance, made when it is first
// needed.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "hosting/call_services.hpp"
#include "hosting/claims.hpp"
#include "hosting/connections/ask_connections.hpp"
#include "hosting/duplicates.hpp"
#include "integration/host/run_extension.hpp"

namespace host_stub {

// One connection and its plugin. Thread-safe.
class LiveConnection {
 public:
  static constexpr std::int64_t kRequestMs = 20000;
  static constexpr std::int64_t kDeliveryMs = 10000;
  static constexpr std::int64_t kWorkMs = 10000;

  // enablement: shared with whoever must know it without a call; null = the connection's own.
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

  // Each is one call of the plugin, on behalf of a user (an id) where there is one. While the connection is
  // being enabled, all but `deliver` throw Failure(unavailable).
  integration::ConnectionStatus status();
  // Returns what the plugin says, without what the host knows besides.
  integration::ConnectionStatus statusOfPlugin();
  // Keeps the offered secrets if the plugin takes the settings. No work is begun meanwhile: it would meet the
  // new settings with the old secrets.
  void configure(const std::string& actor, const std::string& settings, const OfferedSecrets& offered);
  // Returns what `configure` would change of the new hires that wait; nullopt if the plugin can't tell. Keeps
  // nothing, and throws what `configure` throws.
  std::optional<integration::SettingsPreview> preview(const std::string& actor, const std::string& settings,
                                                      const OfferedSecrets& offered);
  // Each first changes what the host does, durably, then tells the plugin. If the plugin fails, the
  // connection stays disabled; one that was enabled and is enabled again stays enabled. One at a time, as
  // ConnectionsApi has it.
  void enable(const std::string& actor);
  void disable(const std::string& actor);
  // Keeps what the plugin of a connection of an earlier release told.
  void keepEnablement(bool isEnabled);
  // Answers 403 by itself if the connection is disabled.
  integration::WebhookReply deliver(const integration::WebhookRequest& request);
  // Whether other connections are asked who may be the same person.
  enum class Ask { forDuplicates, nobody };
  integration::ListPage list(const integration::ListQuery& query, Ask ask = Ask::forDuplicates);
  std::optional<integration::NewHire> hire(const std::string& id, Ask ask = Ask::forDuplicates);
  integration::PromoteResult promote(const std::string& actor, const integration::PromoteRequest& request);
  void discard(const std::string& actor, const integration::DiscardRequest& request);
  integration::WorkResult runWork(const std::atomic<bool>& cancelled);

  // Returns whom it holds that may be the same person, asked for another connection; nobody if its plugin
  // can't say. The call may take as long as any other: one that is merely slow must not count as hung.
  std::vector<integration::PossibleDuplicate> match(const integration::MatchQuery& query);

  // The calls of the plugin for this connection: how many run, and whether a further one is refused. Null if
  // the plugin is not loaded.
  const std::shared_ptr<integration::CallSlots>& slots() const { return slots_; }

  bool supports(std::string_view extension) { return admitted().supports(extension); }
  template <class Result, class Request>
  Result run(const std::string& actor, std::string_view extension, const Request& request) {
    CallServices services(platform_, context(kRequestMs, actor));
    try {
      return admitted().run<Result>(services.options(), extension, request);
    } catch (const integration::Failure& failure) {
      throw named(extension, failure);
    }
  }

  // Admits no more calls and waits for those in flight.
  void close();

 private:
  const Integration& loaded() const;
  integration::PluginInstance& instance();
  // Returns the instance, for everything but deliveries. Throws Failure(unavailable) while it is enabling.
  integration::PluginInstance& admitted();
  void remember(Enablement enablement);
  // Returns the failure, with plugin, connection and extension in its message if the plugin is at fault.
  integration::Failure named(std::string_view extension, const integration::Failure& failure) const;
  CallContext context(std::int64_t patienceMs, const std::string& actor = {}) const;

  Platform& platform_;
  const Connection connection_;
  const Integration* const integration_;  // null if the plugin is not loaded
  const std::optional<std::string> unavailable_;
  OtherConnections* const others_;
  const std::shared_ptr<std::atomic<Enablement>> enablement_;
  std::atomic<bool> configuring_{false};
  const std::shared_ptr<integration::CallSlots> slots_;  // null if the plugin is not loaded
  Claims creating_{std::chrono::seconds(2)};
  std::unique_ptr<integration::PluginInstance> instance_;
  std::atomic<integration::PluginInstance*> created_{nullptr};  // instance_, once it can be used
};

// Where a delivery goes, known from memory alone.
struct DeliveryTarget {
  enum class State {
    open,         // its plugin may be called
    disabled,     // an admin has disabled the connection
    unavailable,  // its plugin is not loaded
  };

  ConnectionKey key;
  std::string integration;      // the plugin's id
  std::string signatureHeader;  // the header that every delivery must have; "" if there is none
  State state = State::open;
};

// Thread-safe.
class ConnectionHub {
 public:
  // Knows every connection from here on.
  explicit ConnectionHub(Platform& platform);
  ~ConnectionHub();

  // Returns null if the company has none of this id. One whose plugin is not loaded is `unavailable`.
  std::shared_ptr<LiveConnection> find(const ConnectionKey& key);
  std::shared_ptr<LiveConnection> findByUrlToken(const std::string& urlToken);
  // Returns nullopt for an unknown URL. Never blocks on the database or a plugin: for the network thread.
  std::optional<DeliveryTarget> deliveryTarget(const std::string& urlToken) const;

  // Asks the plugins which connections of an earlier release are enabled; before anything is served. Logs
  // those that fail to tell, which are called as before and asked again by the next process.
  void learnEnablement();

  // Throws Failure if its plugin can't take over what the company's earlier connections have handled; then
  // no connection was created.
  std::shared_ptr<LiveConnection> create(const std::string& company, const std::string& integration,
                                         const std::string& name);
  // Removes a connection that was just created, if the rest of its creation fails.
  void takeBack(LiveConnection& connection);
  // Whatever becomes of it then: from now on nothing is admitted and nothing of it is found.
  void forget(LiveConnection& connection);
  std::vector<std::shared_ptr<LiveConnection>> of(const std::string& company);

  // How long a list waits for the part of one connection.
  static constexpr std::chrono::milliseconds kAnswerWithin{3000};
  // For questions that people wait for.
  AskConnections& asks() { return asks_; }

 private:
  std::shared_ptr<LiveConnection> live(const Connection& connection);
  void takeHandled(LiveConnection& connection);

  Platform& platform_;
  mutable std::shared_mutex mutex_;
  struct Known {
    ConnectionKey key;
    std::string integration;
    std::shared_ptr<std::atomic<Enablement>> enablement;
  };
  static Known known(const Connection& connection);
  std::map<std::string, Known> byUrlToken_;
  std::map<ConnectionKey, std::shared_ptr<LiveConnection>> live_;
  Duplicates duplicates_;
  AskConnections asks_;  // ended first: its questions use all the others
};

}  // namespace host_stub
