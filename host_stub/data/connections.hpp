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

  // In one transaction its entries, secrets and wake are gone, and whoever still writes for it is fenced out.
  // Its URL and id are never given again. False where there is none. What shall be kept of it is added to
  // Handled before.
  bool remove(const ConnectionKey& key, std::int64_t now);

 private:
  Database& database_;
};

}  // namespace host_stub
