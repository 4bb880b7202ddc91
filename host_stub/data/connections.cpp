#include "data/connections.hpp"

#include "data/random.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;

using Rows =
    std::vector<std::tuple<std::string, std::string, std::string, std::string, std::string, std::int64_t>>;

std::vector<Connection> toConnections(Rows&& rows) {
  std::vector<Connection> connections;
  for (auto& [company, id, integration, name, urlToken, createdAt] : rows)
    connections.push_back({{std::move(company), std::move(id)},
                           std::move(integration),
                           std::move(name),
                           std::move(urlToken),
                           createdAt});
  return connections;
}

std::optional<Connection> toConnection(Rows&& rows) {
  if (rows.empty()) return std::nullopt;
  return std::move(toConnections(std::move(rows)).front());
}

template <class... Values>
Rows select(Database& database, const char* query, const Values&... values) {
  return database.read([&](SqlSession& sql) {
    return sql.query<std::string, std::string, std::string, std::string, std::string, std::int64_t>(
        query, values...);
  });
}

}  // namespace

Connection Connections::create(const std::string& company, const std::string& integration,
                               const std::string& name, std::int64_t now) {
  if (name.empty() || name.size() > 200)
    throw Failure(Code::invalidArgument, "a connection needs a name of at most 200 bytes",
                  {{"name", "invalid", "give a name of 1 to 200 bytes"}});
  Connection made{{company, newId(now)}, integration, name, newToken(), now};
  database_.write([&](SqlSession& sql) {
    sql.execute(
        "INSERT INTO connections (company, connection, integration, name, url_token, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        made.key.company, made.key.connection, made.integration, made.name, made.urlToken, made.createdAt);
    insertState(sql, made.key);
  });
  return made;
}

std::vector<Connection> Connections::list(const std::string& company) {
  return toConnections(
      select(database_,
             "SELECT company, connection, integration, name, url_token, created_at FROM connections"
             " WHERE company = ? AND deleted_at = 0 ORDER BY connection",
             company));
}

std::vector<Connection> Connections::all() {
  return toConnections(
      select(database_,
             "SELECT company, connection, integration, name, url_token, created_at FROM connections"
             " WHERE deleted_at = 0 ORDER BY company, connection"));
}

std::optional<Connection> Connections::get(const ConnectionKey& key) {
  return toConnection(
      select(database_,
             "SELECT company, connection, integration, name, url_token, created_at FROM connections"
             " WHERE company = ? AND connection = ? AND deleted_at = 0",
             key.company, key.connection));
}

std::optional<Connection> Connections::findByUrlToken(const std::string& urlToken) {
  return toConnection(
      select(database_,
             "SELECT company, connection, integration, name, url_token, created_at FROM connections"
             " WHERE url_token = ? AND deleted_at = 0",
             urlToken));
}

bool Connections::remove(const ConnectionKey& key, std::int64_t now) {
  return database_.write([&](SqlSession& sql) {
    const auto removed = sql.execute(
        "UPDATE connections SET deleted_at = ? WHERE company = ? AND connection = ? AND deleted_at = 0", now,
        key.company, key.connection);
    if (removed == 0) return false;
    sql.execute("DELETE FROM connection_state WHERE company = ? AND connection = ?", key.company,
                key.connection);
    sql.execute("DELETE FROM entries WHERE company = ? AND connection = ?", key.company, key.connection);
    sql.execute("DELETE FROM secrets WHERE company = ? AND connection = ?", key.company, key.connection);
    return true;
  });
}

}  // namespace host_stub
