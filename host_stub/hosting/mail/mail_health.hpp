// Whether mails leave this host, for people who wonder why nobody is told.
#pragma once

#include <mutex>
#include <string>
#include <utility>

namespace host_stub {

// [thread-safe]
class MailHealth {
 public:
  // A sentence that names no recipient.
  void failing(std::string sentence) {
    const std::lock_guard lock(mutex_);
    sentence_ = std::move(sentence);
  }
  // The server works: it has taken a mail, or refused one for its own sake.
  void sent() { failing(""); }
  // Returns "" as long as mails are taken, or none had to be sent.
  std::string problem() const {
    const std::lock_guard lock(mutex_);
    return sentence_;
  }

 private:
  mutable std::mutex mutex_;
  std::string sentence_;
};

}  // namespace host_stub
