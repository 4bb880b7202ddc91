// The state of the process that plugins share with their host, and must leave as it is.
#pragma once

#include <sys/types.h>

#include <array>
#include <csignal>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace integration {

// Two snapshots of it are compared. Linux only.
class ProcessState {
 public:
  enum class Extent {
    shared,  // what all threads see
    whole,   // also this thread's signal mask and the open descriptors: only while no other thread runs
  };

  // Reads the state as it is now. What can't be read is left out.
  static ProcessState now(Extent extent = Extent::shared);

  struct Difference {
    std::string
        what;  // "working directory", "umask", "locale", "signal handler", "signal mask", "descriptor"
    std::string text;  // the same with what it was and what it is
  };
  // Returns what differs in `later`, a snapshot that was taken after this one in the same way.
  std::vector<Difference> changesTo(const ProcessState& later) const;

  // Makes the shared part be as in this snapshot. [one thread at a time]
  void restore() const;

 private:
  std::string workingDirectory_;
  std::optional<mode_t> umask_;
  std::string locale_;
  std::array<struct sigaction, NSIG> handlers_{};
  sigset_t mask_{};
  std::map<int, std::string> descriptors_;
};

}  // namespace integration
