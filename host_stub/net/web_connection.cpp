#include "net/web_connection.hpp"

#include <sys/socket.h>

#include <cerrno>
#include <utility>

namespace host_stub {
namespace {

bool wouldBlock(int error) {
  return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

}  // namespace

std::optional<std::size_t> WebConnection::receive(std::span<char> buffer) {
  const ssize_t length = ::recv(fd(), buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (length > 0) return static_cast<std::size_t>(length);
  if (length < 0 && wouldBlock(errno)) return 0;
  return std::nullopt;
}

void WebConnection::answerWith(std::string text, After next) {
  unsent_ = std::move(text);
  sent_ = 0;
  after = next;
}

WebConnection::Sent WebConnection::flush() {
  while (sent_ < unsent_.size()) {
    const ssize_t length =
        ::send(fd(), unsent_.data() + sent_, unsent_.size() - sent_, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (length < 0) return wouldBlock(errno) ? Sent::part : Sent::broken;
    sent_ += static_cast<std::size_t>(length);
  }
  unsent_ = {};
  return Sent::all;
}

bool WebConnection::sendNow(std::string_view text) {
  return ::send(fd(), text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL) ==
         static_cast<ssize_t>(text.size());
}

void WebConnection::finishSending() {
  ::shutdown(fd(), SHUT_WR);
}

}  // namespace host_stub
