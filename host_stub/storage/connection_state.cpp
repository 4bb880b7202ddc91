#include "storage/connection_state.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;

std::optional<ConnectionState> findState(SqlSession& sql, const ConnectionKey& key) {
  const auto rows = sql.query<std::int64_t, std::int64_t, std::int64_t>(
      "SELECT version, seq, wake_at FROM connection_state WHERE company = ? AND connection = ?", key.company,
      key.connection);
  if (rows.empty()) return std::nullopt;
  const auto& [version, seq, wakeAt] = rows.front();
  return ConnectionState{version, seq, wakeAt};
}

ConnectionState requireWritable(SqlSession& sql, const ConnectionKey& key) {
  if (const auto state = findState(sql, key)) return *state;
  throw Failure(Code::permissionDenied,
                "the connection " + key.connection + " is deleted: nothing is written for it");
}

void requireReadable(SqlSession& sql, const ConnectionKey& key) {
  if (!findState(sql, key)) throw Failure(Code::notFound, "the connection " + key.connection + " is deleted");
}

void insertState(SqlSession& sql, const ConnectionKey& key) {
  sql.execute(
      "INSERT INTO connection_state (company, connection, version, seq, wake_at) VALUES (?, ?, 0, 0, 0)",
      key.company, key.connection);
}

void updateState(SqlSession& sql, const ConnectionKey& key, const ConnectionState& state) {
  sql.execute(
      "UPDATE connection_state SET version = ?, seq = ?, wake_at = ? WHERE company = ? AND connection = ?",
      state.version, state.seq, state.wakeAt, key.company, key.connection);
}

}  // namespace host_stub
