#include "storage/writer.hpp"

#include <new>

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;

// Returns the failure of a change that may have been kept. Its text is so short that it needs no memory.
Failure outOfMemory() {
  return {Code::unknown, "out of memory"};
}

}  // namespace

void Writer::wait(const Work& work, bool alone) {
  Ticket ticket{work, alone, nullptr, false, {}};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&ticket);
  ticket.turn.wait(lock, [&] { return ticket.done || (!leading_ && waiting_.front() == &ticket); });
  if (!ticket.done) lead(lock);
  lock.unlock();
  if (ticket.error) std::rethrow_exception(ticket.error);
}

void Writer::lead(std::unique_lock<std::mutex>& lock) {
  leading_ = true;
  Group group;
  group.swap(waiting_);
  lock.unlock();
  runGroup(group);
  lock.lock();
  leading_ = false;
  // Told under the lock: a follower's ticket is gone as soon as it can go on.
  for (Ticket* ticket : group) {
    ticket->done = true;
    ticket->turn.notify_one();
  }
  if (!waiting_.empty()) waiting_.front()->turn.notify_one();
}

// Every waiting thread gets its outcome through its ticket, whatever happens; nothing else leaves this
// function.
void Writer::runGroup(const Group& group) noexcept {
  try {
    begin();
    for (Ticket* ticket : group)
      if (!ticket->alone) runOne(*ticket);
    commit();
  } catch (const Failure& failure) {
    failAll(group, [&] { return failure; });
  } catch (...) {
    failAll(group, [] {
      return Failure(Code::unavailable, "another change of the same group took this one back with it");
    });
  }
  for (Ticket* ticket : group)
    if (ticket->alone) runAlone(*ticket);
}

void Writer::runAlone(Ticket& ticket) noexcept {
  try {
    ticket.work(*sql_);
  } catch (...) {
    ticket.error = std::current_exception();
  }
}

// Each gets an error of its own: they are thrown on different threads.
template <class MakeFailure>
void Writer::failAll(const Group& group, const MakeFailure& makeFailure) noexcept {
  rollBack();
  for (Ticket* ticket : group) {
    if (ticket->alone) continue;
    try {
      ticket->error = std::make_exception_ptr(makeFailure());
    } catch (const std::bad_alloc&) {
      ticket->error = std::make_exception_ptr(outOfMemory());
    }
  }
}

void Writer::runOne(Ticket& ticket) {
  sql_->execute("SAVEPOINT one");
  try {
    ticket.work(*sql_);
  } catch (...) {
    if (!sql_->inTransaction()) throw;  // SQLite has taken back the whole group: certainly nothing happened
    ticket.error = std::current_exception();
    sql_->execute("ROLLBACK TO one");
  }
  sql_->execute("RELEASE one");
}

void Writer::begin() {
  if (sql_->inTransaction()) sql_->execute("ROLLBACK");  // of a change that could not be taken back before
  sql_->execute("BEGIN IMMEDIATE");
}

void Writer::commit() {
  try {
    try {
      sql_->execute("COMMIT");
    } catch (const Failure& failure) {
      throw Failure(failure.code() == Code::dataLoss ? Code::dataLoss : Code::unknown,
                    "the change may or may not have been kept: " + failure.error().message);
    }
  } catch (const std::bad_alloc&) {
    throw outOfMemory();
  }
}

void Writer::rollBack() noexcept {
  try {
    if (sql_->inTransaction()) sql_->execute("ROLLBACK");
  } catch (...) {
    return;  // begin() tries again
  }
}

}  // namespace host_stub
