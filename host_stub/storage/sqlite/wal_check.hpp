// SQLite's write-ahead log, looked at before SQLite does.
#pragma once

#include <filesystem>

namespace host_stub {

// SQLite takes a log up to the first frame that isn't as it was written, and forgets the rest: right where
// the power went while that was written, a loss where it had been synced and acknowledged. A later commit
// shows which: none is begun before the one before it is synced, and its sums continue those of that one, as
// what commits that failed have left there doesn't. Throws Failure(dataLoss) if a commit got lost, unless
// it is the last one, or the one before that and its end is what was damaged: that looks like a power cut,
// and so does a log that was cut off. No log is a sound one.
void checkLog(const std::filesystem::path& log);

}  // namespace host_stub
