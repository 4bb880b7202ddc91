#include "storage/sql_session.hpp"

#include <sqlite3.h>

#include <mutex>

#include "storage/sqlite/page_checksums.hpp"
#include "storage/sqlite/sqlite_failure.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;

namespace {

// SQLite counts the memory that it uses under one lock for all connections, unless it is told not to before
// the first of them. Nobody asks for the count.
void setUpSqlite() {
  static std::once_flag done;
  std::call_once(done, [] {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    installPageSums();
  });
}

}  // namespace

SqlSession::SqlSession(const std::filesystem::path& file) {
  setUpSqlite();
  // No mutex of SQLite's: one thread at a time uses it.
  constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(std::filesystem::absolute(file).c_str(), &opened, kFlags, nullptr);
  connection_.reset(opened);
  if (code != SQLITE_OK)
    throw Failure(Code::unavailable, "the database " + file.string() + " can't be opened");
  sqlite3_extended_result_codes(opened, 1);
  if (sqlite3_db_readonly(opened, "main") != 0)
    throw Failure(Code::unavailable, "the database " + file.string() + " may not be written");
}

void SqlSession::Close::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

void SqlSession::script(const char* sql) {
  if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw lastFailureOf(handle());
}

std::string SqlSession::pragma(const std::string& name) {
  std::string value;
  const auto take = [](void* out, int, char** columns, char**) {
    if (columns[0] != nullptr) *static_cast<std::string*>(out) = columns[0];
    return 0;
  };
  if (sqlite3_exec(handle(), ("PRAGMA " + name).c_str(), take, &value, nullptr) != SQLITE_OK)
    throw lastFailureOf(handle());
  return value;
}

bool SqlSession::inTransaction() const {
  return sqlite3_get_autocommit(handle()) == 0;
}

std::size_t SqlSession::changedRows() const {
  return static_cast<std::size_t>(sqlite3_changes64(handle()));
}

// Taken out of the kept ones, so that the same text can run again before this run has ended.
std::unique_ptr<Statement> SqlSession::take(std::string_view sql) {
  auto kept = kept_.find(sql);
  if (kept == kept_.end()) kept = kept_.emplace(sql, nullptr).first;
  return kept->second ? std::move(kept->second) : std::make_unique<Statement>(handle(), sql);
}

void SqlSession::giveBack(std::unique_ptr<Statement> statement) noexcept {
  statement->reset();
  kept_.find(statement->sql())->second = std::move(statement);
}

bool RowCursor::next() {
  try {
    return statement_->step();
  } catch (...) {
    statement_.reset();
    throw;
  }
}

std::int64_t RowCursor::number(int column) const {
  std::int64_t number = 0;
  statement_->read(column, number);
  return number;
}

}  // namespace host_stub
