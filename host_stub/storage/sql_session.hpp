// A connection to a SQLite file, through Poco::Data: prepared statements that are kept, errors as
// Failures.
#pragma once

#include <Poco/Data/LOB.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "integration/status.hpp"

struct sqlite3;

namespace host_stub {

// Bytes, where std::string is UTF-8 text. Poco binds empty bytes as NULL and reads NULL as empty bytes.
using Blob = Poco::Data::BLOB;
Blob toBlob(std::string_view bytes);
std::string fromBlob(const Blob& blob);

// Used by one thread at a time. Values are text (std::string), bytes (Blob) or whole numbers (std::int64_t).
class SqlSession {
 public:
  // Throws Failure if the file can't be opened for writing. The file is made where it is missing.
  explicit SqlSession(const std::filesystem::path& file);

  // All rows. A text of SQL is always used with the same types: its statement is prepared once and kept.
  template <class... Columns, class... Values>
  std::vector<std::tuple<Columns...>> query(const char* sql, const Values&... values) {
    auto& prepared = get<std::tuple<Columns...>, std::tuple<Values...>>(sql);
    run(sql, prepared, values...);
    return prepared.takeRows();
  }

  // Returns how many rows changed.
  template <class... Values>
  std::size_t execute(const char* sql, const Values&... values) {
    return run(sql, get<std::tuple<>, std::tuple<Values...>>(sql), values...);
  }

  // Runs statements without values or rows: transactions, schema, settings.
  void script(const char* sql);
  std::string pragma(const std::string& name);
  // False if SQLite has taken back the whole transaction by itself, as it may when the disk fails.
  bool inTransaction() const;
  // Returns the last error of this connection: see the table in the source.
  integration::Failure lastFailure() const;
  // For what Poco doesn't offer. Owned by this.
  sqlite3* handle() const { return handle_; }

 private:
  struct Kept {
    virtual ~Kept() = default;
  };
  template <class Columns, class Values>
  class Prepared;

  template <class Columns, class Values>
  Prepared<Columns, Values>& get(const char* sql);
  template <class PreparedType, class... Values>
  std::size_t run(const char* sql, PreparedType& prepared, const Values&... values);
  integration::Failure forget(const char* sql);

  Poco::Data::Session session_;
  sqlite3* handle_;
  std::unordered_map<std::string_view, std::unique_ptr<Kept>> kept_;  // by the literal itself
};

// Poco binds and extracts by reference: the places it reads and writes live here, as long as the statement.
template <class... Columns, class... Values>
class SqlSession::Prepared<std::tuple<Columns...>, std::tuple<Values...>> : public Kept {
 public:
  Prepared(Poco::Data::Session& session, const char* sql) : statement_(session) {
    statement_ << sql;
    std::apply([&](auto&... value) { (statement_.addBind(Poco::Data::Keywords::use(value)), ...); }, values_);
    std::apply([&](auto&... column) { (statement_.addExtract(Poco::Data::Keywords::into(column)), ...); },
               columns_);
  }

  std::size_t run(const Values&... values) {
    values_ = std::tuple(values...);
    std::apply([](auto&... column) { (column.clear(), ...); }, columns_);
    return statement_.execute();
  }

  std::vector<std::tuple<Columns...>> takeRows() {
    std::vector<std::tuple<Columns...>> rows;
    const std::size_t count = std::get<0>(columns_).size();
    rows.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
      std::apply([&](auto&... column) { rows.emplace_back(std::move(column[i])...); }, columns_);
    return rows;
  }

 private:
  std::tuple<Values...> values_;
  std::tuple<std::vector<Columns>...> columns_;
  Poco::Data::Statement statement_;
};

template <class Columns, class Values>
SqlSession::Prepared<Columns, Values>& SqlSession::get(const char* sql) {
  auto& kept = kept_[sql];
  if (!kept) kept = std::make_unique<Prepared<Columns, Values>>(session_, sql);
  return dynamic_cast<Prepared<Columns, Values>&>(*kept);
}

template <class PreparedType, class... Values>
std::size_t SqlSession::run(const char* sql, PreparedType& prepared, const Values&... values) {
  try {
    return prepared.run(values...);
  } catch (const Poco::Exception&) {
    throw forget(sql);
  } catch (...) {
    kept_.erase(sql);
    throw;
  }
}

}  // namespace host_stub
