// Lets the work of a suspect run while no other work does, without making the others wait for long.
#pragma once

#include <cstddef>
#include <cstdint>

namespace host_stub {

// All times are Unix ms. Not thread-safe.
class ExclusiveAccess {
 public:
  // A run that takes longer than this hangs: nobody waits for it.
  static constexpr std::int64_t kHangsMs = 11000;
  // How long no further runs begin while a suspect waits for the runs of others to end. It doesn't happen
  // again within kHoldEveryMs.
  static constexpr std::int64_t kHoldMs = 2000;
  static constexpr std::int64_t kHoldEveryMs = 60000;

  // Returns whether a run may begin now. running: the runs that don't hang.
  bool mayStart(bool isSuspect, std::size_t running, std::int64_t now) {
    if (alone_ && isWithin(aloneSince_, kHangsMs, now)) return false;
    if (!isSuspect) return !isWithin(heldSince_, kHoldMs, now);
    if (running == 0) return true;
    if (!isWithin(heldSince_, kHoldEveryMs, now)) heldSince_ = now;
    return false;
  }
  void started(bool isSuspect, std::int64_t now) {
    if (!isSuspect) return;
    alone_ = true;
    aloneSince_ = now;
    heldSince_ = 0;
  }
  void ended(bool isSuspect) {
    if (isSuspect) alone_ = false;
  }

 private:
  // False as well where the clock was set back behind `since`.
  static bool isWithin(std::int64_t since, std::int64_t ms, std::int64_t now) {
    return since != 0 && now >= since && now - since < ms;
  }

  bool alone_ = false;
  std::int64_t aloneSince_ = 0;
  std::int64_t heldSince_ = 0;  // 0: nobody is held
};

}  // namespace host_stub
