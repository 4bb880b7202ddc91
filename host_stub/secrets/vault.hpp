// The secrets of connections, sealed at rest.
#pragma once

#include <vector>

#include "records/audited_action.hpp"
#include "secrets/master_key.hpp"
#include "storage/connection_state.hpp"
#include "storage/database.hpp"

namespace host_stub {

struct SecretValue {
  std::int64_t id = 0;  // within its name; a newer one is greater
  std::string value;
  std::int64_t createdAt = 0;
  std::int64_t validUntil = 0;  // 0 = open
};

// A secret has a name and, while it is being rotated, several values valid at once. [thread-safe]
class Vault {
 public:
  static constexpr std::int64_t kGraceMs = 24LL * 60 * 60 * 1000;

  // The first key used with a database is the only one from then on. Throws DataError.
  Vault(Database& database, const KeySource& source);

  // Keeps this value alone, from now on. Throws permissionDenied for a deleted connection, as rotate and
  // endOld do.
  void put(const ConnectionKey& key, const std::string& name, const std::string& value, std::int64_t now,
           const AuditedAction& action = {});
  // A value beside the ones valid now, which stay open until markUsed.
  void rotate(const ConnectionKey& key, const std::string& name, const std::string& value, std::int64_t now,
              const AuditedAction& action = {});
  // Someone proved to know this value: the open ones older than it end 24 h from now. Cheap where there are
  // none.
  void markUsed(const ConnectionKey& key, const std::string& name, std::int64_t id, std::int64_t now);
  // The newest alone remains valid.
  void endOld(const ConnectionKey& key, const std::string& name);
  void erase(const ConnectionKey& key);

  // Returns the values that are valid now, newest first; empty if there is none. Throws dataLoss if a row was
  // tampered with or moved.
  std::vector<SecretValue> get(const ConnectionKey& key, const std::string& name, std::int64_t now);
  // Returns "••••" with the last four characters, if they are visible ASCII and the value has 12 bytes.
  std::optional<std::string> masked(const ConnectionKey& key, const std::string& name, std::int64_t now);

 private:
  void insert(SqlSession& sql, const ConnectionKey& key, const std::string& name, const std::string& value,
              std::int64_t id, std::int64_t now);

  Database& database_;
  MasterKey key_;
};

}  // namespace host_stub
