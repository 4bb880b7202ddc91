#include "hosting/housekeeping.hpp"

#include "hosting/draft_cleanup.hpp"
#include "storage/upgrade/schema_copy.hpp"

namespace host_stub {
namespace {

constexpr std::chrono::seconds kEvery{60};
constexpr std::chrono::hours kDraftsEvery{1};
constexpr std::size_t kThreadsPerPlugin = 4;
// A notice that is told again within that time is told once.
constexpr std::int64_t kNoticesKeptMs = 90LL * 24 * 60 * 60 * 1000;

}  // namespace

Housekeeping::Housekeeping(Platform& platform, ConnectionHub& hub, ConnectionRemover& removals)
    : platform_(platform), hub_(hub), removals_(removals), asks_(kThreadsPerPlugin), thread_([this] {
        run();
      }) {}

Housekeeping::~Housekeeping() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_all();
  thread_.join();
}

void Housekeeping::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    lock.unlock();
    tidy();
    lock.lock();
    stop_.wait_for(lock, kEvery, [&] { return stopping_.load(); });
  }
  lock.unlock();
  tidy();  // what was deleted in this last minute
}

void Housekeeping::tidy() {
  try {
    removals_.finishAll(asks_, stopping_);
    forgetOld();
    if (!stopping_ && std::chrono::steady_clock::now() >= draftsAt_) {
      removeErasedDrafts(platform_, hub_, asks_, stopping_);
      draftsAt_ = std::chrono::steady_clock::now() + kDraftsEvery;
    }
    platform_.database.emptyLog();
  } catch (const std::exception& error) {
    platform_.log.warning("the housekeeping failed and is tried again", {{"reason", error.what()}});
  }
}

void Housekeeping::forgetOld() {
  const std::int64_t now = unixNow();
  platform_.notices.forget(now - kNoticesKeptMs);
  removeOldSchemaCopies(platform_.database.folder());
  const std::int64_t unsent = platform_.outbox.forget(now - Outbox::kKeptMs);
  if (unsent != 0)
    platform_.log.warning("mails that could not be sent for 30 days are given up",
                          {{"mails", std::to_string(unsent)}});
}

}  // namespace host_stub
