// A prepared statement of SQLite, with its values and the row that it stands at.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace host_stub {

// Bytes, where std::string is UTF-8 text. Empty bytes are kept as NULL, and NULL is read as empty bytes.
struct Blob {
  std::string bytes;
};

// Throws Failure. Used by one thread at a time; ends before its connection does.
class Statement {
 public:
  Statement(sqlite3* connection, std::string_view sql);

  // Returns the text of SQL, valid as long as the statement.
  std::string_view sql() const;

  // Gives a value to a place, 1 being the first. Texts and bytes must stay where they are until reset().
  void bind(int place, const std::string& text);
  void bind(int place, const char* text) = delete;  // its string would be gone before the statement runs
  void bind(int place, const Blob& blob);
  void bind(int place, std::int64_t number);

  // Goes on to the next row. False after the last one.
  bool step();
  // Ends the run and forgets its values, so that another one can begin.
  void reset() noexcept;

  // Reads a column of the row, 0 being the first.
  void read(int column, std::string& text) const;
  void read(int column, Blob& blob) const;
  void read(int column, std::int64_t& number) const;
  // Returns the bytes of a column, valid until the next step.
  std::string_view bytes(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  void check(int code) const;

  sqlite3* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace host_stub
