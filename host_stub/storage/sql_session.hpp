// A connection to a SQLite file: the one way to SQL in this host. Errors are Failures.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "integration/status.hpp"
#include "storage/statement.hpp"

struct sqlite3;

namespace host_stub {

class RowCursor;

// Used by one thread at a time. Values are text (std::string), bytes (Blob) or whole numbers (std::int64_t).
// A statement is prepared once and kept.
class SqlSession {
 public:
  // Throws Failure if the file can't be opened for writing. The file is made where it is missing.
  explicit SqlSession(const std::filesystem::path& file);

  // Returns all rows.
  template <class... Columns, class... Values>
  std::vector<std::tuple<Columns...>> query(std::string_view sql, const Values&... values);

  // Returns how many rows changed.
  template <class... Values>
  std::size_t execute(std::string_view sql, const Values&... values);

  // Runs statements without values or rows: transactions, schema, settings.
  void script(const char* sql);
  std::string pragma(const std::string& name);
  // False if SQLite has taken back the whole transaction by itself, as it may when the disk fails.
  bool inTransaction() const;
  // For what this class doesn't offer. Owned by this.
  sqlite3* handle() const { return connection_.get(); }

 private:
  friend class RowCursor;
  struct Close {
    void operator()(sqlite3* connection) const;
  };

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  std::unique_ptr<Statement> take(std::string_view sql);
  void giveBack(std::unique_ptr<Statement> statement) noexcept;
  std::size_t changedRows() const;

  std::unique_ptr<sqlite3, Close> connection_;
  // By their text; null while a cursor uses it, and after it failed.
  std::unordered_map<std::string, std::unique_ptr<Statement>, Hash, std::equal_to<>> kept_;
};

// The rows of a query one after the other, where they are too large to be gathered first. Ends before its
// session's transaction does. The values stay where they are as long as it lives.
class RowCursor {
 public:
  template <class... Values>
  RowCursor(SqlSession& sql, std::string_view query, const Values&... values)
      : session_(sql), statement_(sql.take(query)) {
    int place = 0;
    (statement_->bind(++place, values), ...);
  }
  ~RowCursor() {
    if (statement_) session_.giveBack(std::move(statement_));
  }
  RowCursor(const RowCursor&) = delete;
  RowCursor& operator=(const RowCursor&) = delete;

  // Goes on to the next row. False after the last one. A statement that failed isn't kept.
  bool next();
  // Returns a value of the row, valid until the next row.
  std::string_view bytes(int column) const { return statement_->bytes(column); }
  std::int64_t number(int column) const;
  template <class... Columns>
  std::tuple<Columns...> row() const {
    std::tuple<Columns...> values;
    int column = 0;
    std::apply([&](auto&... value) { (statement_->read(column++, value), ...); }, values);
    return values;
  }

 private:
  SqlSession& session_;
  std::unique_ptr<Statement> statement_;
};

template <class... Columns, class... Values>
std::vector<std::tuple<Columns...>> SqlSession::query(std::string_view sql, const Values&... values) {
  std::vector<std::tuple<Columns...>> rows;
  for (RowCursor cursor(*this, sql, values...); cursor.next();) rows.push_back(cursor.row<Columns...>());
  return rows;
}

template <class... Values>
std::size_t SqlSession::execute(std::string_view sql, const Values&... values) {
  RowCursor cursor(*this, sql, values...);
  while (cursor.next()) {
  }
  return changedRows();
}

}  // namespace host_stub
