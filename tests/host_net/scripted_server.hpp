// A TCP or TLS server on 127.0.0.1 that runs a script for each connection.
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
  // A connection, on its own thread. It closes when the script returns.
  class Visit {
   public:
    Visit(ScriptedServer& server, Poco::Net::StreamSocket& socket, int count)
        : number(count), server_(server), socket_(socket) {}
    // Reads one request; returns its head and body, or "" if the client has gone.
    std::string readRequest();
    bool send(std::string_view bytes);  // false if the client has gone
    void waitForClose();                // until the client closes or the test ends

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

// Waits up to 10 s for the condition; returns whether it holds.
bool eventually(const std::function<bool()>& condition);

}  // namespace host_stub::test
