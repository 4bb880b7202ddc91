#include "storage/sqlite/sqlite_failure.hpp"

#include <sqlite3.h>

#include <string>

namespace host_stub {

using integration::Code;
using integration::Failure;

Failure lastFailureOf(sqlite3* connection) {
  const int code = sqlite3_extended_errcode(connection);
  if (code == SQLITE_IOERR_DATA)
    return {Code::dataLoss, "the database is damaged: a page of it isn't as it was written"};
  const std::string reason =
      std::string(sqlite3_errmsg(connection)) + " (SQLite error " + std::to_string(code) + ")";
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {Code::resourceExhausted, "there is no space left for the database: " + reason};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {Code::dataLoss, "the database is damaged: " + reason};
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
      return {Code::internal, "the database refuses the statement: " + reason};
    default:
      return {Code::unavailable, "the database can't be used now: " + reason};
  }
}

}  // namespace host_stub
