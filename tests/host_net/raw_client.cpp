#include "raw_client.hpp"

#include <Poco/Net/NetException.h>
#include <Poco/Net/SocketAddress.h>
#include <sys/socket.h>

#include <array>

#include "integration/http.hpp"

namespace host_stub::test {

RawClient::RawClient(std::uint16_t port) : socket_(Poco::Net::SocketAddress("127.0.0.1", port)) {
  socket_.setReceiveTimeout(Poco::Timespan(10, 0));
  socket_.setSendTimeout(Poco::Timespan(10, 0));
}

bool RawClient::send(std::string_view bytes) {
  try {
    while (!bytes.empty())
      bytes.remove_prefix(static_cast<std::size_t>(
          socket_.sendBytes(bytes.data(), static_cast<int>(bytes.size()), MSG_NOSIGNAL)));
    return true;
  } catch (const Poco::Exception&) {
    return false;
  }
}

bool RawClient::receiveMore() {
  std::array<char, 64 * 1024> part;
  try {
    const int length = socket_.receiveBytes(part.data(), static_cast<int>(part.size()));
    if (length <= 0) return false;
    unread_.append(part.data(), static_cast<std::size_t>(length));
    return true;
  } catch (const Poco::Exception&) {
    return false;
  }
}

RawAnswer RawClient::readAnswer(bool withBody) {
  std::size_t end = 0;
  while ((end = unread_.find("\r\n\r\n")) == std::string::npos)
    if (!receiveMore()) return {};
  RawAnswer answer{std::stoi(unread_.substr(9, 3)), unread_.substr(0, end + 2), ""};
  unread_.erase(0, end + 4);
  const std::size_t at = answer.head.find("Content-Length: ");
  if (at == std::string::npos || !withBody) return answer;
  const std::size_t length = std::stoul(answer.head.substr(at + 16));
  while (unread_.size() < length)
    if (!receiveMore()) return {};
  answer.body = unread_.substr(0, length);
  unread_.erase(0, length);
  return answer;
}

bool RawClient::closedWithin(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    if (!socket_.poll(Poco::Timespan(left.count() * 1000), Poco::Net::Socket::SELECT_READ)) return false;
    if (!receiveMore()) return true;
  }
}

std::string get(std::string_view path, std::string_view more) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more) + "\r\n";
}

std::string post(std::string_view path, std::string_view body, std::string_view more) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(more) + "\r\n" + std::string(body);
}

}  // namespace host_stub::test
