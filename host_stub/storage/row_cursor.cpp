#include "storage/row_cursor.hpp"

#include <sqlite3.h>

namespace host_stub {

RowCursor::RowCursor(SqlSession& sql, std::string_view query) : sql_(sql) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(sql.handle(), query.data(), static_cast<int>(query.size()), &statement, nullptr));
  statement_.reset(statement);
}

void RowCursor::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void RowCursor::bind(int place, const std::string& text) {
  check(
      sqlite3_bind_text(statement_.get(), place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC));
}

void RowCursor::bind(int place, const Blob& bytes) {
  check(sqlite3_bind_blob(statement_.get(), place, bytes.rawContent(), static_cast<int>(bytes.size()),
                          SQLITE_STATIC));
}

void RowCursor::bind(int place, std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), place, number));
}

bool RowCursor::next() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) throw sql_.lastFailure();
  return code == SQLITE_ROW;
}

std::string_view RowCursor::bytes(int column) const {
  const void* first = sqlite3_column_blob(statement_.get(), column);
  return {static_cast<const char*>(first),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t RowCursor::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

void RowCursor::check(int code) const {
  if (code != SQLITE_OK) throw sql_.lastFailure();
}

}  // namespace host_stub
