// When which connection's work is due, as durable as the commits that asked for it.
#pragma once

#include <functional>
#include <optional>
#include <shared_mutex>
#include <vector>

#include "storage/connection_state.hpp"
#include "storage/database.hpp"

namespace host_stub {

struct DueWork {
  ConnectionKey key;
  std::int64_t wakeAt = 0;
  std::int64_t seq = 0;  // for finished()
};

// A run of work: due() -> run_work -> finished(). wake_at stays as it is meanwhile, so that a host that dies
// during the run finds it due again. [thread-safe]
class WorkSchedule {
 public:
  // Called by a commit once it is durable, or by wake(). Must return at once and not call listen.
  using Listener = std::function<void(const ConnectionKey&, std::int64_t wakeAt)>;

  explicit WorkSchedule(Database& database) : database_(database) {}

  // The longest due first, and of one company the longest due kOfOneCompany: its work keeps no other's away.
  static constexpr std::int64_t kOfOneCompany = 64;
  std::vector<DueWork> due(std::int64_t now, std::int64_t limit);
  // Returns the earliest wake of all, due or not; nullopt if there is none.
  std::optional<std::int64_t> next();
  // Returns how many commits have asked for work. Throws Failure(notFound) if the connection is deleted.
  std::int64_t seq(const ConnectionKey& key);
  // nextAt: when the plugin has more to do, 0 = nothing. Where a commit has asked for work since seqAtStart
  // was read, the earlier of both times is kept. A deleted connection is passed over.
  void finished(const ConnectionKey& key, std::int64_t seqAtStart, std::int64_t nextAt);

  // Makes all that waits due at once: where the clock was set back, the times that were set before are far
  // off.
  void allDue(std::int64_t now);

  // At most one listener; once this returns, the former one isn't called any more.
  void listen(Listener listener);
  void tell(const ConnectionKey& key, std::int64_t wakeAt);

 private:
  Database& database_;
  std::shared_mutex mutex_;
  Listener listener_;
};

// The earlier of two times, of which 0 is none.
std::int64_t earlier(std::int64_t a, std::int64_t b);

}  // namespace host_stub
