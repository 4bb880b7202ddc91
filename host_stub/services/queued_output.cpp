#include "services/queued_output.hpp"

#include <poll.h>
#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <new>
#include <thread>
#include <utility>

#include "services/log_line.hpp"

namespace host_stub {
namespace {

constexpr std::chrono::seconds kAtTheEnd{1};

// Returns whether all of it was written. Blocks for as long as nobody reads.
bool writeWhole(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {  // another process has made it non-blocking
      pollfd writable{descriptor, POLLOUT, 0};
      ::poll(&writable, 1, -1);
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

std::string linesWereDropped(std::size_t count) {
  const std::string lines = std::to_string(count);
  const integration::LogField field{"lines", lines, integration::DataClass::isPublic};
  return logLine(integration::LogLevel::warning, "lines of the log were dropped: nobody read it",
                 {&field, 1});
}

}  // namespace

class QueuedOutput::Queue {
 public:
  explicit Queue(std::size_t mostBytes) : mostBytes_(mostBytes) {}

  void put(std::string line) {
    const std::lock_guard lock(mutex_);
    if (bytes_ + line.size() > mostBytes_) {
      ++dropped_;
      return;
    }
    tellDropped();
    push({std::move(line), 1});
  }

  void flush(std::chrono::milliseconds within) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, within, [this] { return lines_.empty() && !writing_; });
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  void writeTo(int descriptor) {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return !lines_.empty() || closed_; });
      if (lines_.empty()) return;
      const Line line = std::move(lines_.front());
      lines_.pop_front();
      writing_ = true;
      lock.unlock();
      const bool written = writeWhole(descriptor, line.text);
      lock.lock();
      writing_ = false;
      bytes_ -= line.text.size();
      if (!written)
        dropped_ += line.standsFor;
      else if (lines_.empty())
        tellDropped();
      changed_.notify_all();
    }
  }

 private:
  struct Line {
    std::string text;
    std::size_t standsFor;  // 1, or the number of dropped lines that it tells of
  };

  void push(Line line) {
    const std::size_t size = line.text.size();
    lines_.push_back(std::move(line));
    bytes_ += size;
    changed_.notify_all();
  }

  void tellDropped() noexcept try {
    if (dropped_ == 0) return;
    push({linesWereDropped(dropped_), dropped_});
    dropped_ = 0;
  } catch (const std::bad_alloc&) {
    // Told another time.
  }

  const std::size_t mostBytes_;  // of the lines that wait, and of the one in hand
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Line> lines_;
  std::size_t bytes_ = 0;
  std::size_t dropped_ = 0;  // since it was told
  bool writing_ = false;
  bool closed_ = false;
};

QueuedOutput::QueuedOutput(int descriptor, std::size_t mostBytes)
    : queue_(std::make_shared<Queue>(mostBytes)) {
  // The thread inherits the mask: it takes no signal of the process, and a closed pipe is no signal to it.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  std::thread([queue = queue_, descriptor] { queue->writeTo(descriptor); }).detach();
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

QueuedOutput::~QueuedOutput() {
  queue_->flush(kAtTheEnd);
  queue_->close();
}

void QueuedOutput::put(std::string line) {
  queue_->put(std::move(line));
}

void QueuedOutput::flush(std::chrono::milliseconds within) {
  queue_->flush(within);
}

}  // namespace host_stub
