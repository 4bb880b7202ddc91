// A TCP or TLS server whose every connection plays a script.
#pragma once

#include <Poco/Net/Context.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace host_stub::test {

class ScriptedServer {
 public:
  // A connection, on a thread of its own; closed when the script returns.
  class Visit {
   public:
    Visit(ScriptedServer& server, Poco::Net::StreamSocket& socket, int count)
        : number(count), server_(server), socket_(socket) {}
    // Head and body of one request; "" when the client has gone.
    std::string readRequest();
    bool send(std::string_view bytes);  // false when the client has gone
    void waitForClose();                // by the client, or the end of the test

    const int number;  // 1 for the first connection

   private:
    ScriptedServer& server_;
    Poco::Net::StreamSocket& socket_;
    std::string unread_;
  };
  using Script = std::function<void(Visit&)>;

  explicit ScriptedServer(Script script);
  ScriptedServer(Script script, const Poco::Net::Context::Ptr& tls);
  ~ScriptedServer();

  std::uint16_t port() const { return port_; }
  int visits() const { return visits_; }
  int open() const { return open_; }
  bool stopping() const { return stopping_; }

 private:
  void run();
  void play(Poco::Net::StreamSocket& socket, int number);

  const Script script_;
  Poco::Net::ServerSocket listener_;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_{false};
  std::atomic<int> visits_{0};
  std::atomic<int> open_{0};
  std::list<std::thread> visitors_;
  std::thread thread_;
};

std::string okAnswer(std::string_view body, std::string_view more = "");

// Waits up to 10 s for something that must become true.
bool eventually(const std::function<bool()>& condition);

}  // namespace host_stub::test
