#include "intake/http_load.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <memory>
#include <stdexcept>

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

// A connection and the request that it waits for.
class Line {
 public:
  explicit Line(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
      throw std::runtime_error("nothing listens on port " + std::to_string(port));
  }
  ~Line() { ::close(socket_); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  int socket() const { return socket_; }
  std::size_t place() const { return place_; }
  Clock::time_point since() const { return since_; }

  // A request fits into the socket's buffer as a whole.
  bool send(const std::string& request, std::size_t place) {
    place_ = place;
    answer_.clear();
    since_ = Clock::now();
    return ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(request.size());
  }

  // Reads what is there. Returns the status of a whole answer, -1 if more is to come, 0 if the connection
  // broke.
  int receive() {
    std::array<char, 16384> bytes;
    const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count < 0) return errno == EAGAIN ? -1 : 0;
    if (count == 0) return 0;
    answer_.append(bytes.data(), static_cast<std::size_t>(count));
    const std::size_t head = answer_.find("\r\n\r\n");
    if (head == std::string::npos || answer_.size() < head + 4 + bodyLength(head)) return -1;
    int status = 0;
    std::from_chars(answer_.data() + 9, answer_.data() + 12, status);
    return status;
  }

 private:
  std::size_t bodyLength(std::size_t headLength) const {
    std::string head = answer_.substr(0, headLength);
    std::transform(head.begin(), head.end(), head.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    constexpr std::string_view kName = "content-length:";
    const std::size_t at = head.find(kName);
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + kName.size()));
  }

  int socket_;
  std::size_t place_ = 0;
  Clock::time_point since_;
  std::string answer_;
};

double quantile(std::vector<double>& values, double share) {
  if (values.empty()) return 0;
  const auto place =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

class Loop {
 public:
  Loop(const LoadOptions& options, const std::vector<std::string>& requests)
      : options_(options), requests_(requests), poll_(::epoll_create1(0)) {}
  ~Loop() { ::close(poll_); }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  LoadResult run() {
    std::vector<std::unique_ptr<Line>> lines;
    for (std::size_t i = 0; i < options_.connections; ++i) {
      lines.push_back(std::make_unique<Line>(options_.port));
      epoll_event interest{EPOLLIN, {.ptr = lines.back().get()}};
      ::epoll_ctl(poll_, EPOLL_CTL_ADD, lines.back()->socket(), &interest);
    }
    const Clock::time_point begin = Clock::now();
    end_ = begin + options_.time;
    for (const auto& line : lines) sendNext(*line);
    while (waiting_ > 0) receiveSome();
    const std::chrono::duration<double> took = Clock::now() - begin;
    result_.perSecond = static_cast<double>(milliseconds_.size()) / took.count();
    result_.medianMs = quantile(milliseconds_, 0.5);
    result_.p99Ms = quantile(milliseconds_, 0.99);
    return std::move(result_);
  }

 private:
  void receiveSome() {
    std::array<epoll_event, 256> events;
    const int count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 30000);
    if (count <= 0) throw std::runtime_error("no answer within 30 s");
    for (int i = 0; i < count; ++i)
      receive(*static_cast<Line*>(events[static_cast<std::size_t>(i)].data.ptr));
  }

  void receive(Line& line) {
    const int status = line.receive();
    if (status < 0) return;
    --waiting_;
    ++result_.statuses[status];
    if (status == 0) {
      ::epoll_ctl(poll_, EPOLL_CTL_DEL, line.socket(), nullptr);
      return;
    }
    const std::chrono::duration<double, std::milli> took = Clock::now() - line.since();
    milliseconds_.push_back(took.count());
    if (status == 200) result_.acknowledged.push_back(line.place());
    sendNext(line);
  }

  void sendNext(Line& line) {
    if (Clock::now() >= end_) return;
    const bool isRepeated = requests_.size() == 1;
    if (!isRepeated && next_ == requests_.size()) return;
    const std::size_t place = isRepeated ? 0 : next_++;
    if (!line.send(requests_[place], place)) throw std::runtime_error("a request could not be sent");
    ++waiting_;
  }

  const LoadOptions& options_;
  const std::vector<std::string>& requests_;
  int poll_;
  Clock::time_point end_;
  std::size_t next_ = 0, waiting_ = 0;
  std::vector<double> milliseconds_;
  LoadResult result_;
};

}  // namespace

LoadResult drive(const LoadOptions& options, const std::vector<std::string>& requests) {
  return Loop(options, requests).run();
}

}  // namespace bench
