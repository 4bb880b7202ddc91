// The rows of a query one after the other, where they are too large to be gathered first.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "storage/sql_session.hpp"

struct sqlite3_stmt;

namespace host_stub {

// Ends before its session's transaction does.
class RowCursor {
 public:
  template <class... Values>
  RowCursor(SqlSession& sql, std::string_view query, const Values&... values) : RowCursor(sql, query) {
    int place = 0;
    (bind(++place, values), ...);
  }

  // False behind the last row.
  bool next();
  // Returns a value of the row, valid until the next row.
  std::string_view bytes(int column) const;
  std::int64_t number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  RowCursor(SqlSession& sql, std::string_view query);
  // The text and the bytes stay where they are.
  void bind(int place, const std::string& text);
  void bind(int place, const Blob& bytes);
  void bind(int place, std::int64_t number);
  void check(int code) const;

  SqlSession& sql_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace host_stub
