// The connections that read host.db.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "storage/sql_session.hpp"

namespace host_stub {

// A pool, opened as needed. They can't write and never checkpoint: see Writer.
class Readers {
 public:
  static constexpr std::size_t kMax = 16;

  explicit Readers(std::filesystem::path file) : file_(std::move(file)) {}

  // [thread-safe] Waits where all are lent. Throws Failure.
  std::unique_ptr<SqlSession> take();
  void giveBack(std::unique_ptr<SqlSession> sql);
  void discard();

 private:
  std::unique_ptr<SqlSession> open() const;

  std::filesystem::path file_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<SqlSession>> idle_;
  std::size_t lent_ = 0;
};

// All that is read through one of these is of one moment, after every change that was durable before it
// began.
class Snapshot {
 public:
  explicit Snapshot(Readers& readers);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  SqlSession& sql() { return *sql_; }

 private:
  Readers& readers_;
  std::unique_ptr<SqlSession> sql_;
};

}  // namespace host_stub
