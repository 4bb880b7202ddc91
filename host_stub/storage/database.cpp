#include "storage/database.hpp"

#include <sqlite3.h>

#include "storage/data_errors.hpp"
#include "storage/schema.hpp"
#include "storage/sqlite/page_checksums.hpp"
#include "storage/sqlite/sqlite_version.hpp"
#include "storage/sqlite/wal_check.hpp"
#include "storage/upgrade/schema_copy.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
namespace fs = std::filesystem;

fs::path fileIn(const fs::path& folder) {
  return folder / "host.db";
}

void checkSqlite() {
  const std::string refusal = refusalOfSqlite(installedSqlite(), sqlite3_threadsafe() != 0);
  if (!refusal.empty()) throw DataError(refusal);
}

void require(SqlSession& sql, const std::string& name, const std::string& value) {
  const std::string actual = sql.pragma(name);
  if (actual != value)
    throw DataError("SQLite's " + name + " is " + actual + " and can't be made " + value +
                    ": the data folder must lie on a local disk that may be written");
}

void removeLeftovers(const fs::path& file) {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(file.string() + suffix);
}

// Made beside its place and renamed into it: host.db is there with all its tables, or not at all.
void create(const fs::path& folder) {
  const fs::path file = fileIn(folder), draft = folder / "host.db.new";
  removeLeftovers(draft);
  makePrivateFile(draft);
  {
    SqlSession sql(draft);
    sql.pragma("page_size=16384");
    requirePageSums(sql, false);
    sql.script("PRAGMA synchronous=FULL; BEGIN IMMEDIATE");
    createSchema(sql);
    sql.script("COMMIT");
  }
  fs::rename(draft, file);
  syncFolder(folder);
}

std::unique_ptr<SqlSession> openWriter(const fs::path& file) {
  auto sql = std::make_unique<SqlSession>(file);
  // Whatever is found damaged later in the start, the file stays as it was: emptyLog() alone goes into it.
  sqlite3_db_config(sql->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  const int version = schemaVersionOf(*sql);
  std::optional<SchemaCopy> copy;
  if (version > 0 && version < kSchemaVersion) copy.emplace(file, version);
  checkSchema(*sql, file);
  sql->script(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=250; PRAGMA "
      "foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA busy_timeout=250");
  require(*sql, "journal_mode", "wal");
  require(*sql, "synchronous", "2");
  require(*sql, "page_size", "16384");
  require(*sql, "wal_autocheckpoint", "250");
  require(*sql, "foreign_keys", "1");
  require(*sql, "secure_delete", "1");
  sql->script("BEGIN IMMEDIATE");
  upgradeSchema(*sql);
  if (copy) copy->keep();
  sql->script("COMMIT");
  return sql;
}

[[noreturn]] void refuseDamaged(const fs::path& file, const std::string& reason) {
  throw DataDamaged(
      "the data in " + file.string() + " is damaged (" + reason +
      "). It was left as it is. Keep a copy of the whole folder, then put back a backup of it, or start "
      "with another --data folder");
}

std::unique_ptr<SqlSession> open(const fs::path& folder) {
  checkSqlite();
  const fs::path file = fileIn(folder);
  try {
    if (!fs::exists(file)) {
      // SQLite would throw the log away, and with it what was acknowledged.
      if (fs::exists(file.string() + "-wal"))
        refuseDamaged(file, "the file is missing, its log host.db-wal is there");
      create(folder);
    } else if (fs::file_size(file) == 0) {
      refuseDamaged(file, "it is empty");
    }
    checkLog(file.string() + "-wal");
    return openWriter(file);
  } catch (const Failure& failure) {
    if (failure.code() == Code::dataLoss || failure.code() == Code::internal)
      refuseDamaged(file, failure.error().message);
    throw DataError("the data folder " + folder.string() + " can't be used: " + failure.error().message);
  } catch (const fs::filesystem_error& error) {
    throw DataError("the data folder " + folder.string() + " can't be used: " + error.code().message());
  }
}

}  // namespace

Database::Database(const fs::path& folder)
    : folder_(folder), lock_(folder), writer_(open(folder)), readers_(fileIn(folder)) {}

bool Database::emptyLog() {
  std::string busy;
  writer_.runAlone([&](SqlSession& sql) { busy = sql.pragma("wal_checkpoint(TRUNCATE)"); });
  return busy == "0";
}

}  // namespace host_stub
