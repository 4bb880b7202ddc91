#include "hosting/connections/connections.hpp"

#include "storage/random.hpp"
#include "storage/visible_name.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;

using Rows = std::vector<
    std::tuple<std::string, std::string, std::string, std::string, std::string, std::int64_t, std::string>>;

const char* nameOf(Enablement enablement) {
  switch (enablement) {
    case Enablement::disabled:
      return "disabled";
    case Enablement::enabled:
      return "enabled";
    case Enablement::unknown:
      return "";
    case Enablement::interrupted:
    case Enablement::enabling:
      return "interrupted";
  }
  return "interrupted";
}
Enablement enablementOf(const std::string& name) {
  for (const Enablement one : {Enablement::disabled, Enablement::enabled, Enablement::unknown})
    if (name == nameOf(one)) return one;
  return Enablement::interrupted;
}

std::vector<Connection> toConnections(Rows&& rows) {
  std::vector<Connection> connections;
  for (auto& [company, id, integration, name, urlToken, createdAt, enablement] : rows)
    connections.push_back({{std::move(company), std::move(id)},
                           std::move(integration),
                           std::move(name),
                           std::move(urlToken),
                           createdAt,
                           enablementOf(enablement)});
  return connections;
}

std::optional<Connection> toConnection(Rows&& rows) {
  if (rows.empty()) return std::nullopt;
  return std::move(toConnections(std::move(rows)).front());
}

// Values may have 256 KiB each: erasing this many holds other writers up for a moment only.
constexpr std::int64_t kErasedAtOnce = 200;

std::string stepName(Removal::Step step) {
  if (step == Removal::Step::handOver) return "hand_over";
  return step == Removal::Step::erase ? "erase" : "purge";
}
Removal::Step stepOf(const std::string& name) {
  if (name == "hand_over") return Removal::Step::handOver;
  return name == "erase" ? Removal::Step::erase : Removal::Step::purge;
}

void updateEnablement(SqlSession& sql, const ConnectionKey& key, Enablement enablement) {
  sql.execute("UPDATE connections SET enablement = ? WHERE company = ? AND connection = ?",
              std::string(nameOf(enablement)), key.company, key.connection);
}

void fenceOut(SqlSession& sql, const ConnectionKey& key) {
  sql.execute("DELETE FROM secrets WHERE company = ? AND connection = ?", key.company, key.connection);
  sql.execute("DELETE FROM connection_state WHERE company = ? AND connection = ?", key.company,
              key.connection);
}

template <class... Values>
Rows select(Database& database, const char* query, const Values&... values) {
  return database.read([&](SqlSession& sql) {
    return sql
        .query<std::string, std::string, std::string, std::string, std::string, std::int64_t, std::string>(
            query, values...);
  });
}

void requireRoom(SqlSession& sql, const std::string& company) {
  const auto count = sql.query<std::int64_t>(
      "SELECT COUNT(*) FROM connections WHERE company = ? AND deleted_at = 0", company);
  if (std::get<0>(count.front()) >= Connections::kMostOfCompany)
    throw Failure(Code::failedPrecondition, "a company has at most " +
                                                std::to_string(Connections::kMostOfCompany) +
                                                " connections: delete one that nobody needs");
}

}  // namespace

Connection Connections::create(const std::string& company, const std::string& integration,
                               const std::string& name, std::int64_t now,
                               std::optional<AuditRecord> audited) {
  if (name.size() > 200 || !isVisibleName(name))
    throw Failure(
        Code::invalidArgument,
        "a connection needs a name of at most 200 bytes of UTF-8, and no signs that nobody sees but "
        "blanks inside",
        {{"name", "invalid", "give a name of 1 to 200 bytes"}});
  Connection connection{{company, newId(now)}, integration, name, newToken(), now, Enablement::disabled};
  AuditedAction action;
  if (audited) {
    audited->subject = connection.key.connection;
    action = {company, *std::move(audited)};
  }
  database_.write([&](SqlSession& sql) {
    requireRoom(sql, company);
    sql.execute(
        "INSERT INTO connections (company, connection, integration, name, url_token, created_at, enablement)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        connection.key.company, connection.key.connection, connection.integration, connection.name,
        connection.urlToken, connection.createdAt, std::string(nameOf(connection.enablement)));
    insertState(sql, connection.key);
    action.join(sql);
  });
  return connection;
}

std::vector<Connection> Connections::list(const std::string& company) {
  return toConnections(select(
      database_,
      "SELECT company, connection, integration, name, url_token, created_at, enablement FROM connections"
      " WHERE company = ? AND deleted_at = 0 ORDER BY connection",
      company));
}

std::vector<Connection> Connections::all() {
  return toConnections(select(
      database_,
      "SELECT company, connection, integration, name, url_token, created_at, enablement FROM connections"
      " WHERE deleted_at = 0 ORDER BY company, connection"));
}

std::optional<Connection> Connections::get(const ConnectionKey& key) {
  return toConnection(select(
      database_,
      "SELECT company, connection, integration, name, url_token, created_at, enablement FROM connections"
      " WHERE company = ? AND connection = ? AND deleted_at = 0",
      key.company, key.connection));
}

std::optional<Connection> Connections::findByUrlToken(const std::string& urlToken) {
  return toConnection(select(
      database_,
      "SELECT company, connection, integration, name, url_token, created_at, enablement FROM connections"
      " WHERE url_token = ? AND deleted_at = 0",
      urlToken));
}

void Connections::setEnablement(const ConnectionKey& key, Enablement enablement,
                                const AuditedAction& action) {
  database_.write([&](SqlSession& sql) {
    updateEnablement(sql, key, enablement);
    action.join(sql);
  });
}

void Connections::enable(const ConnectionKey& key, std::int64_t now, const AuditedAction& action) {
  database_.write([&](SqlSession& sql) {
    ConnectionState state = requireWritable(sql, key);
    ++state.seq;
    state.wakeAt = now;
    updateState(sql, key, state);
    updateEnablement(sql, key, Enablement::enabled);
    action.join(sql);
  });
}

bool Connections::beginRemoval(const ConnectionKey& key, Removal::Step first, std::int64_t now,
                               const AuditedAction& action) {
  return database_.write([&](SqlSession& sql) {
    const auto begun = sql.execute(
        "UPDATE connections SET deleted_at = ?, removal = ? WHERE company = ? AND connection = ?"
        " AND deleted_at = 0",
        now, stepName(first), key.company, key.connection);
    if (begun == 0) return false;
    if (first != Removal::Step::handOver) fenceOut(sql, key);
    action.join(sql);
    return true;
  });
}

std::vector<Removal> Connections::removals() {
  const auto rows = database_.read([](SqlSession& sql) {
    return sql
        .query<std::string, std::string, std::string, std::string, std::string, std::int64_t, std::string>(
            "SELECT company, connection, integration, name, url_token, created_at, removal FROM connections"
            " WHERE removal <> '' ORDER BY company, connection");
  });
  std::vector<Removal> removals;
  for (const auto& [company, id, integration, name, urlToken, createdAt, step] : rows)
    removals.push_back(
        {{{company, id}, integration, name, urlToken, createdAt, Enablement::disabled}, stepOf(step)});
  return removals;
}

void Connections::handedOver(const ConnectionKey& key) {
  database_.write([&](SqlSession& sql) {
    sql.execute(
        "UPDATE connections SET removal = 'erase' WHERE company = ? AND connection = ?"
        " AND removal = 'hand_over'",
        key.company, key.connection);
    fenceOut(sql, key);
  });
}

bool Connections::eraseSome(const Removal& removal) {
  const ConnectionKey& key = removal.connection.key;
  return database_.write([&](SqlSession& sql) {
    auto erased = sql.execute(
        "DELETE FROM entries WHERE company = ?1 AND connection = ?2 AND key IN"
        " (SELECT key FROM entries WHERE company = ?1 AND connection = ?2 LIMIT ?3)",
        key.company, key.connection, kErasedAtOnce);
    if (erased == 0 && removal.step == Removal::Step::purge) {
      erased = sql.execute(
          "DELETE FROM outbox WHERE company = ?1 AND id IN"
          " (SELECT id FROM outbox WHERE company = ?1 AND connection = ?2 LIMIT ?3)",
          key.company, key.connection, kErasedAtOnce);
      erased += sql.execute(
          "DELETE FROM notices WHERE company = ?1 AND connection = ?2 AND key IN"
          " (SELECT key FROM notices WHERE company = ?1 AND connection = ?2 LIMIT ?3)",
          key.company, key.connection, kErasedAtOnce);
    }
    if (erased == 0)
      sql.execute("UPDATE connections SET removal = '' WHERE company = ? AND connection = ?", key.company,
                  key.connection);
    return erased != 0;
  });
}

}  // namespace host_stub
