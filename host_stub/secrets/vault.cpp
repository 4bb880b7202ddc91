#include "secrets/vault.hpp"

#include <algorithm>

#include "integration/crypto/secret_text.hpp"
#include "storage/data_errors.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;

constexpr std::string_view kCheck = "host_stub sealing key";

// Returns the row that a value is encrypted for. Lengths keep apart parts that would read the same when
// joined.
std::string placeOf(const ConnectionKey& key, const std::string& name, std::int64_t id) {
  std::string place;
  for (const std::string& part : {key.company, key.connection, name, std::to_string(id)})
    place += std::to_string(part.size()) + ":" + part;
  return place;
}

std::optional<std::string> sealedCheck(Database& database) {
  const auto rows = database.read(
      [](SqlSession& sql) { return sql.query<Blob>("SELECT sealed FROM sealing WHERE only = 1"); });
  if (rows.empty()) return std::nullopt;
  return std::get<0>(rows.front()).bytes;
}

std::int64_t newestId(SqlSession& sql, const ConnectionKey& key, const std::string& name) {
  return std::get<0>(
      sql.query<std::int64_t>(
             "SELECT ifnull(max(id), 0) FROM secrets WHERE company = ? AND connection = ? AND name = ?",
             key.company, key.connection, name)
          .front());
}

}  // namespace

Vault::Vault(Database& database, const KeySource& source)
    : database_(database), key_(loadMasterKey(source, database.folder(), !sealedCheck(database))) {
  const auto check = sealedCheck(database_);
  if (!check) {
    const Blob sealed{key_.seal(kCheck, "check")};
    database_.write(
        [&](SqlSession& sql) { sql.execute("INSERT INTO sealing (only, sealed) VALUES (1, ?)", sealed); });
  } else if (key_.open(*check, "check") != kCheck) {
    throw DataError(
        "the sealing key isn't the one that the secrets in " + database_.folder().string() +
        " are sealed with: give the one used before (--key-file, HOST_STUB_KEY, or sealing.key there)");
  }
}

void Vault::insert(SqlSession& sql, const ConnectionKey& key, const std::string& name,
                   const std::string& value, std::int64_t id, std::int64_t now) {
  sql.execute(
      "INSERT INTO secrets (company, connection, name, id, sealed, created_at, valid_until) VALUES (?, ?, ?, "
      "?, ?, ?, 0)",
      key.company, key.connection, name, id, Blob{key_.seal(value, placeOf(key, name, id))}, now);
}

void Vault::put(const ConnectionKey& key, const std::string& name, const std::string& value, std::int64_t now,
                const AuditedAction& action) {
  database_.write([&](SqlSession& sql) {
    requireWritable(sql, key);
    const std::int64_t id = newestId(sql, key, name) + 1;
    sql.execute("DELETE FROM secrets WHERE company = ? AND connection = ? AND name = ?", key.company,
                key.connection, name);
    insert(sql, key, name, value, id, now);
    action.join(sql);
  });
}

void Vault::rotate(const ConnectionKey& key, const std::string& name, const std::string& value,
                   std::int64_t now, const AuditedAction& action) {
  database_.write([&](SqlSession& sql) {
    requireWritable(sql, key);
    const std::int64_t id = newestId(sql, key, name) + 1;
    sql.execute(
        "DELETE FROM secrets WHERE company = ? AND connection = ? AND name = ? AND valid_until <> 0"
        " AND valid_until <= ?",
        key.company, key.connection, name, now);
    insert(sql, key, name, value, id, now);
    action.join(sql);
  });
}

void Vault::markUsed(const ConnectionKey& key, const std::string& name, std::int64_t id, std::int64_t now) {
  const auto older = database_.read([&](SqlSession& sql) {
    return sql.query<std::int64_t>(
        "SELECT id FROM secrets WHERE company = ? AND connection = ? AND name = ? AND id < ? AND valid_until "
        "= 0 LIMIT 1",
        key.company, key.connection, name, id);
  });
  if (older.empty()) return;
  database_.write([&](SqlSession& sql) {
    requireWritable(sql, key);
    sql.execute(
        "UPDATE secrets SET valid_until = ? WHERE company = ? AND connection = ? AND name = ? AND id < ?"
        " AND valid_until = 0",
        now + kGraceMs, key.company, key.connection, name, id);
  });
}

void Vault::endOld(const ConnectionKey& key, const std::string& name) {
  database_.write([&](SqlSession& sql) {
    requireWritable(sql, key);
    sql.execute("DELETE FROM secrets WHERE company = ? AND connection = ? AND name = ? AND id < ?",
                key.company, key.connection, name, newestId(sql, key, name));
  });
}

void Vault::erase(const ConnectionKey& key) {
  database_.write([&](SqlSession& sql) {
    sql.execute("DELETE FROM secrets WHERE company = ? AND connection = ?", key.company, key.connection);
  });
}

std::vector<SecretValue> Vault::get(const ConnectionKey& key, const std::string& name, std::int64_t now) {
  const auto rows = database_.read([&](SqlSession& sql) {
    return sql.query<std::int64_t, Blob, std::int64_t, std::int64_t>(
        "SELECT id, sealed, created_at, valid_until FROM secrets WHERE company = ? AND connection = ? AND "
        "name = ?"
        " AND (valid_until = 0 OR valid_until > ?) ORDER BY id DESC",
        key.company, key.connection, name, now);
  });
  std::vector<SecretValue> values;
  for (const auto& [id, sealed, createdAt, validUntil] : rows) {
    auto plain = key_.open(sealed.bytes, placeOf(key, name, id));
    if (!plain)
      throw Failure(Code::dataLoss, "the secret " + name + " of the connection " + key.connection +
                                        " isn't as it was sealed: enter or rotate it again");
    values.push_back({id, std::move(*plain), createdAt, validUntil});
  }
  return values;
}

std::optional<std::string> Vault::masked(const ConnectionKey& key, const std::string& name,
                                         std::int64_t now) {
  auto values = get(key, name, now);
  if (values.empty()) return std::nullopt;
  std::string mask = "••••";
  // Four characters of a short secret would be too much; half of a character of several bytes would not be
  // text.
  const std::string& value = values.front().value;
  const bool showsEnd = value.size() >= 12 && std::all_of(value.end() - 4, value.end(),
                                                          [](char c) { return c > 0x20 && c < 0x7f; });
  if (showsEnd) mask += value.substr(value.size() - 4);
  for (SecretValue& secret : values) integration::wipe(secret.value);
  return mask;
}

}  // namespace host_stub
