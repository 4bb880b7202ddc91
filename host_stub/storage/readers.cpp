#include "storage/readers.hpp"

#include <sqlite3.h>

namespace host_stub {

std::unique_ptr<SqlSession> Readers::take() {
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [&] { return lent_ < kMax; });
    ++lent_;
    if (!idle_.empty()) {
      auto sql = std::move(idle_.back());
      idle_.pop_back();
      return sql;
    }
  }
  try {
    return open();
  } catch (...) {
    discard();
    throw;
  }
}

void Readers::giveBack(std::unique_ptr<SqlSession> sql) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(sql));
  --lent_;
  returned_.notify_one();
}

void Readers::discard() {
  const std::lock_guard lock(mutex_);
  --lent_;
  returned_.notify_one();
}

std::unique_ptr<SqlSession> Readers::open() const {
  auto sql = std::make_unique<SqlSession>(file_);
  sql->pragma("query_only=ON");
  sql->pragma("wal_autocheckpoint=0");
  sqlite3_db_config(sql->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return sql;
}

Snapshot::Snapshot(Readers& readers) : readers_(readers), sql_(readers.take()) {
  try {
    sql_->execute("BEGIN");
  } catch (...) {
    sql_.reset();
    readers_.discard();
    throw;
  }
}

Snapshot::~Snapshot() {
  try {
    sql_->execute("ROLLBACK");
    readers_.giveBack(std::move(sql_));
  } catch (...) {
    sql_.reset();
    readers_.discard();
  }
}

}  // namespace host_stub
