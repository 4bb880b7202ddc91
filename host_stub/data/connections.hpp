// The connections of companies: which integration, under which name, reached at which URL.
#pragma once

#include <optional>
#include <vector>

#include "data/connection_state.hpp"
#include "data/database.hpp"

namespace host_stub {

struct Connection {
  ConnectionKey key;
  std::string integration;
  std::string name;
  std::string urlToken;  // the unguessable part of its request URL
  std::int64_t createdAt = 0;
};

// A connection that is being removed, and how far that is.
struct Removal {
  // handOver: its plugin may still read its store, to say what shall be kept. erase: what it had is erased.
  // purge: the same, and nothing was kept of it.
  enum class Step { handOver, erase, purge };

  Connection connection;
  Step step = Step::handOver;
};

// Deleted ones are nowhere to be found. [thread-safe]
class Connections {
 public:
  explicit Connections(Database& database) : database_(database) {}

  // Throws Failure(invalidArgument) for a name that isn't 1 to 200 bytes.
  Connection create(const std::string& company, const std::string& integration, const std::string& name,
                    std::int64_t now);
  std::vector<Connection> list(const std::string& company);  // oldest first
  std::vector<Connection> all();                             // of all companies, oldest first within each
  std::optional<Connection> get(const ConnectionKey& key);
  std::optional<Connection> findByUrlToken(const std::string& urlToken);

  // Removing one takes steps, each durable and able to be repeated: whoever dies on the way goes on where it
  // was. From the first one on the connection is nowhere to be found, and its URL and id are never given
  // again. False where there is none, or somebody else has begun.
  bool beginRemoval(const ConnectionKey& key, Removal::Step first, std::int64_t now);
  // What is begun and not ended.
  std::vector<Removal> removals();
  // What is kept of it is in safety (Handled): its secrets are gone, and nothing is written for it any
  // more.
  void handedOver(const ConnectionKey& key);
  // A bounded part of its entries, of its notices too where it is purged. False once nothing is left: the
  // removal has ended.
  bool eraseSome(const Removal& removal);

 private:
  Database& database_;
};

}  // namespace host_stub
