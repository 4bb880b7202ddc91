#include "accounts/users_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "integration/crypto/hash.hpp"
#include "storage/data_errors.hpp"
#include "storage/folder_lock.hpp"
#include "storage/random.hpp"
#include "storage/sqlite/page_checksums.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;

namespace {

namespace fs = std::filesystem;

constexpr int kVersion = 3, kFirstWithSums = 3;
constexpr const char* kTables = R"sql(
CREATE TABLE companies (name TEXT PRIMARY KEY, created_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE users (
  company TEXT NOT NULL REFERENCES companies, name TEXT NOT NULL, id TEXT NOT NULL UNIQUE, role TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE, created_at INTEGER NOT NULL,
  PRIMARY KEY (company, name)) WITHOUT ROWID;
)sql";
// Both go with their user. Times are Unix ms.
constexpr const char* kSecondTables = R"sql(
CREATE TABLE sessions (
  token_hash BLOB PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX sessions_user ON sessions (user_id);
CREATE TABLE sign_in_links (
  token_hash BLOB PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX sign_in_links_user ON sign_in_links (user_id);
)sql";

std::unique_ptr<SqlSession> open(const fs::path& file) {
  auto sql = std::make_unique<SqlSession>(file);
  sql->pragma("busy_timeout=5000");
  // EXTRA also syncs the folder when the journal goes: a removed user doesn't come back with a power cut.
  sql->script(
      "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON; PRAGMA "
      "secure_delete=ON");
  requirePageSums(*sql, std::stoi(sql->pragma("user_version")) >= kFirstWithSums);
  UsersTransaction transaction(*sql);
  const int version = std::stoi(sql->pragma("user_version"));
  if (version > kVersion) throw DataError(file.string() + " was written by a newer host_stub: use that one");
  if (version < 1) sql->script(kTables);
  if (version < 2) sql->script(kSecondTables);
  if (version < kVersion) sql->pragma("user_version=" + std::to_string(kVersion));
  transaction.commit();
  return sql;
}

// Made beside its place, so that users.db is there with all its tables or not at all. Another process that
// makes it at the same time may win.
void create(const fs::path& folder, const fs::path& file) {
  const fs::path draft = folder / ("users.db." + newToken());
  makePrivateFile(draft);
  open(draft);
  const bool made = ::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST;
  const std::error_code error(errno, std::generic_category());
  fs::remove(draft);
  if (!made) throw DataError("the users can't be kept in " + file.string() + ": " + error.message());
  syncFolder(folder);
}

}  // namespace

std::unique_ptr<SqlSession> openUsersFile(const std::filesystem::path& folder) {
  makePrivateFolder(folder);
  const fs::path file = folder / "users.db";
  try {
    if (!fs::exists(file)) create(folder, file);
    if (fs::file_size(file) == 0) throw Failure(Code::dataLoss, "the file is empty");
    return open(file);
  } catch (const Failure& failure) {
    if (failure.code() == Code::dataLoss || failure.code() == Code::internal)
      throw DataDamaged(
          "the users in " + file.string() + " are damaged (" + failure.error().message +
          "). The file was left as it is: put back a backup of it, or move it away and add the users anew");
    throw DataError("the users in " + file.string() + " can't be used: " + failure.error().message);
  }
}

UsersTransaction::UsersTransaction(SqlSession& sql) : sql_(sql) {
  sql_.script("BEGIN IMMEDIATE");
}

UsersTransaction::~UsersTransaction() {
  try {
    if (sql_.inTransaction()) sql_.script("ROLLBACK");
  } catch (...) {
    return;  // the next BEGIN says why
  }
}

void UsersTransaction::commit() {
  sql_.script("COMMIT");
}

std::string tokenHash(std::string_view token) {
  const integration::Digest digest = integration::sha256(token);
  return {digest.begin(), digest.end()};
}

}  // namespace host_stub
