// Which connection something belongs to, and the row that says that the connection lives.
#pragma once

#include <compare>
#include <optional>

#include "storage/sql_session.hpp"

namespace host_stub {

struct ConnectionKey {
  std::string company;
  std::string connection;
  // clang-tidy 14 takes the 0 that such a comparison is compared with for a null pointer.
  auto operator<=>(const ConnectionKey&) const = default;  // NOLINT(modernize-use-nullptr)
};

struct ConnectionState {
  std::int64_t version = 0;  // of its store's last commit; never goes back
  std::int64_t seq = 0;      // counts the commits that asked for work
  std::int64_t wakeAt = 0;   // when work is due; 0 = none
};

// None if the connection is deleted or never was.
std::optional<ConnectionState> findState(SqlSession& sql, const ConnectionKey& key);
// The fence: within a transaction that writes for a connection. Throws permissionDenied if it is deleted.
ConnectionState requireWritable(SqlSession& sql, const ConnectionKey& key);
// Throws notFound if the connection is deleted: its entries are gone, and "nothing there" would mislead.
void requireReadable(SqlSession& sql, const ConnectionKey& key);

void insertState(SqlSession& sql, const ConnectionKey& key);
void updateState(SqlSession& sql, const ConnectionKey& key, const ConnectionState& state);

}  // namespace host_stub
