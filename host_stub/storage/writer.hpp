// Every change of host.db, in groups: as many as wait are made durable by one commit.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

#include "storage/sql_session.hpp"

namespace host_stub {

// The one connection that writes and checkpoints: SQLite 3.7.0 to 3.51.2 may lose committed data where two do
// (the WAL-reset bug).
//
// Leader and followers: who comes first runs its own work and that of all who wait by then, each under a
// savepoint of its own, in one transaction, while the next ones gather. Nobody waits to make a group larger.
class Writer {
 public:
  using Work = std::function<void(SqlSession&)>;

  // Owns the session.
  explicit Writer(std::unique_ptr<SqlSession> sql) : sql_(std::move(sql)) {}

  // [thread-safe] Returns when the work is durable. An exception of the work undoes it alone and is thrown
  // here. Where the commit itself fails, everyone in the group gets `unknown` (or dataLoss): it may or may
  // not have happened. The work runs on any caller's thread, blocks all others, and must not call run.
  void run(const Work& work) { wait(work, false); }
  // The same, outside of any transaction: what it changes is not undone when it throws.
  void runAlone(const Work& work) { wait(work, true); }

 private:
  struct Ticket {
    const Work& work;
    bool alone;
    std::exception_ptr error;
    bool done = false;
    std::condition_variable turn;
  };
  using Group = std::vector<Ticket*>;

  void wait(const Work& work, bool alone);
  void lead(std::unique_lock<std::mutex>& lock);
  void runGroup(const Group& group) noexcept;
  void runOne(Ticket& ticket);
  void runAlone(Ticket& ticket) noexcept;
  template <class MakeFailure>
  void failAll(const Group& group, const MakeFailure& makeFailure) noexcept;
  void begin();
  void commit();
  void rollBack() noexcept;

  std::unique_ptr<SqlSession> sql_;
  std::mutex mutex_;
  Group waiting_;
  bool leading_ = false;
};

}  // namespace host_stub
