#include "scripted_server.hpp"

#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <signal.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <memory>
#include <utility>

namespace host_stub::test {
namespace {

constexpr long kPollUs = 20'000;
const Poco::Net::SocketAddress kAnyPort("127.0.0.1", 0);

}  // namespace

ScriptedServer::ScriptedServer(Script script) : script_(std::move(script)), listener_(kAnyPort) {
  port_ = listener_.address().port();
  thread_ = std::thread([this] { run(); });
}

ScriptedServer::ScriptedServer(Script script, const Poco::Net::Context::Ptr& tls)
    : script_(std::move(script)), listener_(Poco::Net::SecureServerSocket(kAnyPort, 64, tls)) {
  port_ = listener_.address().port();
  thread_ = std::thread([this] { run(); });
}

ScriptedServer::~ScriptedServer() {
  stopping_ = true;
  thread_.join();
  for (std::thread& visitor : visitors_) visitor.join();
}

void ScriptedServer::run() {
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  while (!stopping_) {
    if (!listener_.poll(Poco::Timespan(kPollUs), Poco::Net::Socket::SELECT_READ)) continue;
    try {
      auto socket = std::make_unique<Poco::Net::StreamSocket>(listener_.acceptConnection());
      const int number = ++visits_;
      ++open_;
      visitors_.emplace_back([this, socket = std::move(socket), number] { play(*socket, number); });
    } catch (const Poco::Exception&) {
      continue;
    }
  }
}

void ScriptedServer::play(Poco::Net::StreamSocket& socket, int number) {
  try {
    Visit visit(*this, socket, number);
    script_(visit);
    socket.close();
  } catch (const Poco::Exception&) {
    socket.close();
  }
  --open_;
}

std::string ScriptedServer::Visit::readRequest() {
  for (;;) {
    if (const std::size_t end = unread_.find("\r\n\r\n"); end != std::string::npos) {
      const std::size_t at = unread_.find("Content-Length: ");
      const std::size_t body = at < end ? std::stoul(unread_.substr(at + 16)) : 0;
      if (unread_.size() >= end + 4 + body) {
        std::string request = unread_.substr(0, end + 4 + body);
        unread_.erase(0, request.size());
        return request;
      }
    }
    if (server_.stopping()) return "";
    if (!socket_.poll(Poco::Timespan(kPollUs), Poco::Net::Socket::SELECT_READ)) continue;
    std::array<char, 16 * 1024> part;
    const int length = socket_.receiveBytes(part.data(), static_cast<int>(part.size()));
    if (length <= 0) return "";
    unread_.append(part.data(), static_cast<std::size_t>(length));
  }
}

bool ScriptedServer::Visit::send(std::string_view bytes) {
  try {
    while (!bytes.empty())
      bytes.remove_prefix(
          static_cast<std::size_t>(socket_.sendBytes(bytes.data(), static_cast<int>(bytes.size()))));
    return true;
  } catch (const Poco::Exception&) {
    return false;
  }
}

void ScriptedServer::Visit::waitForClose() {
  std::array<char, 1024> part;
  while (!server_.stopping()) {
    if (!socket_.poll(Poco::Timespan(kPollUs), Poco::Net::Socket::SELECT_READ)) continue;
    if (socket_.receiveBytes(part.data(), static_cast<int>(part.size())) <= 0) return;
  }
}

std::string okAnswer(std::string_view body, std::string_view more) {
  return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(more) +
         "\r\n" + std::string(body);
}

bool eventually(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (std::chrono::steady_clock::now() < end) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return condition();
}

}  // namespace host_stub::test
