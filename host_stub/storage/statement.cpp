#include "storage/statement.hpp"

#include <sqlite3.h>

#include "storage/sqlite/sqlite_failure.hpp"

namespace host_stub {

Statement::Statement(sqlite3* connection, std::string_view sql) : connection_(connection) {
  sqlite3_stmt* prepared = nullptr;
  const char* rest = nullptr;
  check(sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &prepared, &rest));
  statement_.reset(prepared);
  if (prepared == nullptr || rest != sql.data() + sql.size())
    throw integration::Failure(integration::Code::internal, "not one statement: " + std::string(sql));
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

std::string_view Statement::sql() const {
  return sqlite3_sql(statement_.get());
}

void Statement::bind(int place, const std::string& text) {
  check(
      sqlite3_bind_text(statement_.get(), place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC));
}

void Statement::bind(int place, const Blob& blob) {
  const std::string& bytes = blob.bytes;
  const void* first = bytes.empty() ? nullptr : bytes.data();
  check(sqlite3_bind_blob(statement_.get(), place, first, static_cast<int>(bytes.size()), SQLITE_STATIC));
}

void Statement::bind(int place, std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), place, number));
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) throw lastFailureOf(connection_);
  return code == SQLITE_ROW;
}

void Statement::reset() noexcept {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

void Statement::read(int column, std::string& text) const {
  text = bytes(column);
}

void Statement::read(int column, Blob& blob) const {
  blob.bytes = bytes(column);
}

void Statement::read(int column, std::int64_t& number) const {
  number = sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::bytes(int column) const {
  const void* first = sqlite3_column_blob(statement_.get(), column);
  return {static_cast<const char*>(first),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) throw lastFailureOf(connection_);
}

}  // namespace host_stub
