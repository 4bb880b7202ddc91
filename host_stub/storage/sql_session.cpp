#include "storage/sql_session.hpp"

#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/Utility.h>
#include <sqlite3.h>

#include <mutex>

#include "storage/sqlite/page_checksums.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;

Poco::Data::Session open(const std::filesystem::path& file) {
  static std::once_flag registered;
  std::call_once(registered, [] {
    installPageSums();
    Poco::Data::SQLite::Connector::registerConnector();
  });
  constexpr std::size_t kNoRetry = 0;  // else Poco tries for a minute what a broken disk refuses
  try {
    return {Poco::Data::SQLite::Connector::KEY, std::filesystem::absolute(file).string(), kNoRetry};
  } catch (const Poco::Exception&) {
    throw Failure(Code::unavailable, "the database " + file.string() + " can't be opened");
  }
}

Failure failureOf(int code, const std::string& reason) {
  if (code == SQLITE_IOERR_DATA)
    return {Code::dataLoss, "the database is damaged: a page of it isn't as it was written"};
  const std::string said = reason + " (SQLite error " + std::to_string(code) + ")";
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {Code::resourceExhausted, "there is no space left for the database: " + said};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {Code::dataLoss, "the database is damaged: " + said};
    case SQLITE_OK:  // Poco's own: a value or column of the wrong type
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
      return {Code::internal, "the database refuses the statement: " + said};
    default:
      return {Code::unavailable, "the database can't be used now: " + said};
  }
}

}  // namespace

Blob toBlob(std::string_view bytes) {
  return {reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()};
}

std::string fromBlob(const Blob& blob) {
  return {reinterpret_cast<const char*>(blob.rawContent()), blob.size()};
}

SqlSession::SqlSession(const std::filesystem::path& file)
    : session_(open(file)), handle_(Poco::Data::SQLite::Utility::dbHandle(session_)) {
  sqlite3_extended_result_codes(handle_, 1);
  if (sqlite3_db_readonly(handle_, "main") != 0)
    throw Failure(Code::unavailable, "the database " + file.string() + " may not be written");
}

void SqlSession::script(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw lastFailure();
}

std::string SqlSession::pragma(const std::string& name) {
  std::string value;
  const auto take = [](void* out, int, char** columns, char**) {
    if (columns[0] != nullptr) *static_cast<std::string*>(out) = columns[0];
    return 0;
  };
  if (sqlite3_exec(handle_, ("PRAGMA " + name).c_str(), take, &value, nullptr) != SQLITE_OK)
    throw lastFailure();
  return value;
}

bool SqlSession::inTransaction() const {
  return sqlite3_get_autocommit(handle_) == 0;
}

Failure SqlSession::lastFailure() const {
  return failureOf(sqlite3_extended_errcode(handle_), sqlite3_errmsg(handle_));
}

// A statement that failed is prepared anew the next time: Poco doesn't say in what state it leaves one.
Failure SqlSession::forget(const char* sql) {
  const auto forgotten = kept_.extract(sql);
  return lastFailure();
}

}  // namespace host_stub
