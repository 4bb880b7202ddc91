#include "net/poller.hpp"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace host_stub {
namespace {

constexpr std::uint64_t kWakeup = ~std::uint64_t{0};
constexpr std::size_t kToldAtOnce = 256;

int checked(int result) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), "epoll");
  return result;
}

}  // namespace

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

void FileDescriptor::close() {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

Poller::Poller()
    : epoll_(checked(::epoll_create1(EPOLL_CLOEXEC))),
      wakeup_(checked(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.u64 = kWakeup;
  checked(::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, wakeup_.get(), &event));
  ready_.reserve(kToldAtOnce);
}

void Poller::add(int fd, std::uint64_t id) {
  epoll_event event{};
  event.events = EPOLLIN | EPOLLONESHOT;
  event.data.u64 = id;
  checked(::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event));
}

void Poller::arm(int fd, std::uint64_t id, Interest interest) {
  epoll_event event{};
  event.events = (interest == Interest::read ? EPOLLIN : EPOLLOUT) | EPOLLONESHOT;
  event.data.u64 = id;
  checked(::epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, fd, &event));
}

const std::vector<std::uint64_t>& Poller::wait(std::optional<std::chrono::milliseconds> atMost) {
  std::array<epoll_event, kToldAtOnce> events;
  const int timeout = atMost ? static_cast<int>(atMost->count()) : -1;
  const int count = ::epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()), timeout);
  if (count < 0 && errno != EINTR) checked(count);
  ready_.clear();
  for (int i = 0; i < count; ++i) {
    const std::uint64_t id = events[static_cast<std::size_t>(i)].data.u64;
    if (id != kWakeup) {
      ready_.push_back(id);
      continue;
    }
    std::uint64_t times = 0;
    [[maybe_unused]] const ssize_t read = ::read(wakeup_.get(), &times, sizeof times);
  }
  return ready_;
}

void Poller::wake() {
  const std::uint64_t once = 1;
  [[maybe_unused]] const ssize_t written = ::write(wakeup_.get(), &once, sizeof once);
}

}  // namespace host_stub
