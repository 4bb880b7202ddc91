// The connections that are alive in this process.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

#include "hosting/connections/ask_connections.hpp"
#include "hosting/connections/delivery_target.hpp"
#include "hosting/connections/duplicate_finder.hpp"
#include "hosting/connections/live_connection.hpp"

namespace host_stub {

// Thread-safe.
class ConnectionHub {
 public:
  // Knows every connection from here on.
  explicit ConnectionHub(Platform& platform);
  ~ConnectionHub();

  // Returns null if the company has none of this id. A connection whose plugin is not loaded is
  // `unavailable`.
  std::shared_ptr<LiveConnection> find(const ConnectionKey& key);
  std::shared_ptr<LiveConnection> findByUrlToken(const std::string& urlToken);
  // Returns nullopt for an unknown URL. Never blocks on the database or a plugin: for the network thread.
  std::optional<DeliveryTarget> deliveryTarget(const std::string& urlToken) const;

  // Asks the plugins which connections of an earlier release are enabled; before anything is served. Logs
  // those that fail to tell, which are called as before and asked again by the next process.
  void learnEnablement();

  // Creates a connection. Its plugin takes over the ids that the company's earlier connections processed.
  // Throws Failure if that fails or takes longer than kAnswerWithin. The connection is removed then; if that
  // fails, too, it is logged. audited: who creates it; joins the creation, and the removal.
  std::shared_ptr<LiveConnection> create(const std::string& company, const std::string& integration,
                                         const std::string& name, const AuditRecord& audited);
  // Forgets the connection: admits no further call of it, and finds it no more.
  void forget(LiveConnection& connection);
  std::vector<std::shared_ptr<LiveConnection>> of(const std::string& company);

  // How long a question waits for each connection's answer. Questions are: lists, status, sync, taking over
  // processed ids, and at the start whether it is enabled.
  static constexpr std::chrono::milliseconds kAnswerWithin{3000};
  // Returns the threads for questions that people wait for.
  AskConnections& asks() { return asks_; }

 private:
  std::shared_ptr<LiveConnection> live(const Connection& connection);
  void importProcessedIds(LiveConnection& connection);
  void undoCreation(LiveConnection& connection, AuditRecord audited);

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
  DuplicateFinder duplicates_;
  AskConnections asks_;  // ended first: its questions use all the others
};

}  // namespace host_stub
