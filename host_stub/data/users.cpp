#include "data/users.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include "data/data_errors.hpp"
#include "data/folder_lock.hpp"
#include "data/random.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
namespace fs = std::filesystem;

constexpr std::array<std::pair<Role, const char*>, 4> kRoles{
    {{Role::owner, "owner"}, {Role::admin, "admin"}, {Role::hr, "hr"}, {Role::viewer, "viewer"}}};

constexpr int kVersion = 1;
constexpr const char* kTables = R"sql(
CREATE TABLE companies (name TEXT PRIMARY KEY, created_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE users (
  company TEXT NOT NULL REFERENCES companies, name TEXT NOT NULL, id TEXT NOT NULL UNIQUE, role TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE, created_at INTEGER NOT NULL,
  PRIMARY KEY (company, name)) WITHOUT ROWID;
PRAGMA user_version=1;
)sql";

// Takes the write lock at once, so that it can't be refused half way.
class Transaction {
 public:
  explicit Transaction(SqlSession& sql) : sql_(sql) { sql_.script("BEGIN IMMEDIATE"); }
  ~Transaction() {
    try {
      if (sql_.inTransaction()) sql_.script("ROLLBACK");
    } catch (...) {
      return;  // the next BEGIN says why
    }
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() { sql_.script("COMMIT"); }

 private:
  SqlSession& sql_;
};

std::string sha256(std::string_view text) {
  std::array<unsigned char, 32> digest{};
  if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
    throw Failure(Code::internal, "OpenSSL refuses to hash");
  return {digest.begin(), digest.end()};
}

void checkName(const char* path, const std::string& name) {
  const bool clean = std::none_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7f;
  });
  if (name.empty() || name.size() > 100 || !clean || name.front() == ' ' || name.back() == ' ')
    throw Failure(Code::invalidArgument,
                  std::string("a ") + path + "'s name has 1 to 100 bytes, none of them a control character",
                  {{path, "invalid", "give a name of 1 to 100 bytes"}});
}

using Rows = std::vector<std::tuple<std::string, std::string, std::string, std::string, std::int64_t>>;

std::vector<User> toUsers(const Rows& rows) {
  std::vector<User> users;
  for (const auto& [id, company, name, role, createdAt] : rows)
    users.push_back({id, company, name, parseRole(role).value_or(Role::viewer), createdAt});
  return users;
}

std::unique_ptr<SqlSession> open(const fs::path& folder) {
  makePrivateFolder(folder);
  const fs::path file = folder / "users.db";
  makePrivateFile(file);
  try {
    auto sql = std::make_unique<SqlSession>(file);
    sql->pragma("busy_timeout=5000");
    // EXTRA also syncs the folder when the journal goes: a removed user doesn't come back with a power cut.
    sql->script(
        "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON; PRAGMA "
        "secure_delete=ON");
    Transaction transaction(*sql);
    const int version = std::stoi(sql->pragma("user_version"));
    if (version > kVersion)
      throw DataError(file.string() + " was written by a newer host_stub: use that one");
    if (version == 0) sql->script(kTables);
    transaction.commit();
    return sql;
  } catch (const Failure& failure) {
    if (failure.code() == Code::dataLoss || failure.code() == Code::internal)
      throw DataDamaged(
          "the users in " + file.string() + " are damaged (" + failure.error().message +
          "). The file was left as it is: put back a backup of it, or move it away and add the users anew");
    throw DataError("the users in " + file.string() + " can't be used: " + failure.error().message);
  }
}

}  // namespace

std::optional<Role> parseRole(std::string_view name) {
  for (const auto& [role, known] : kRoles)
    if (name == known) return role;
  return std::nullopt;
}

std::string roleName(Role role) {
  return std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& known) { return known.first == role; })
      ->second;
}

Users::Users(const fs::path& folder) : sql_(open(folder)) {}

UserAdded Users::add(const std::string& company, const std::string& name, Role role, std::int64_t now) {
  checkName("company", company);
  checkName("user", name);
  UserAdded added{{newId(now), company, name, role, now}, newToken()};
  const std::lock_guard lock(mutex_);
  Transaction transaction(*sql_);
  sql_->execute("INSERT INTO companies (name, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING", company,
                now);
  const auto taken =
      sql_->query<std::string>("SELECT id FROM users WHERE company = ? AND name = ?", company, name);
  if (!taken.empty())
    throw Failure(Code::alreadyExists,
                  "the company " + company + " has a user " + name + ": remove that one first");
  sql_->execute(
      "INSERT INTO users (company, name, id, role, token_hash, created_at) VALUES (?, ?, ?, ?, ?, ?)",
      company, name, added.user.id, roleName(role), toBlob(sha256(added.token)), now);
  transaction.commit();
  return added;
}

bool Users::remove(const std::string& company, const std::string& name) {
  const std::lock_guard lock(mutex_);
  Transaction transaction(*sql_);
  const auto removed = sql_->execute("DELETE FROM users WHERE company = ? AND name = ?", company, name);
  transaction.commit();
  return removed != 0;
}

std::vector<User> Users::list() {
  const std::lock_guard lock(mutex_);
  return toUsers(sql_->query<std::string, std::string, std::string, std::string, std::int64_t>(
      "SELECT id, company, name, role, created_at FROM users ORDER BY company, name"));
}

std::vector<User> Users::list(const std::string& company) {
  const std::lock_guard lock(mutex_);
  return toUsers(sql_->query<std::string, std::string, std::string, std::string, std::int64_t>(
      "SELECT id, company, name, role, created_at FROM users WHERE company = ? ORDER BY name", company));
}

std::vector<std::string> Users::companies() {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> names;
  for (const auto& [name] : sql_->query<std::string>("SELECT name FROM companies ORDER BY name"))
    names.push_back(name);
  return names;
}

// Found by its hash, which tells a guesser's clock nothing about the token, and compared in constant time all
// the same.
std::optional<User> Users::authenticate(const std::string& token) {
  const std::string hash = sha256(token);
  const std::lock_guard lock(mutex_);
  const auto rows = sql_->query<std::string, std::string, std::string, std::string, std::int64_t, Blob>(
      "SELECT id, company, name, role, created_at, token_hash FROM users WHERE token_hash = ?", toBlob(hash));
  if (rows.empty()) return std::nullopt;
  const auto& [id, company, name, role, createdAt, kept] = rows.front();
  if (kept.size() != hash.size() || CRYPTO_memcmp(kept.rawContent(), hash.data(), hash.size()) != 0)
    return std::nullopt;
  return toUsers({{id, company, name, role, createdAt}}).front();
}

}  // namespace host_stub
