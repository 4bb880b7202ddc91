// A mail server that answers as a test wants, and keeps the mails that it took.
#pragma once

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace host_stub_test {

struct TakenMail {
  std::string from, to;
  std::string text;  // with its head; lines end with \n
  std::string raw;   // the same, byte for byte
};

class MailServer {
 public:
  // Listens on 127.0.0.1; port 0: any free port.
  explicit MailServer(std::uint16_t port = 0);
  ~MailServer();
  MailServer(const MailServer&) = delete;
  MailServer& operator=(const MailServer&) = delete;

  std::uint16_t port() const { return port_; }
  std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  // Sets the reply to a verb for `times` times; then the usual reply follows. verb: "connect", "MAIL",
  // "RCPT", "DATA" or "." (the end of the text). An empty reply closes the connection.
  void reply(const std::string& verb, const std::string& reply, int times = 1);
  std::vector<TakenMail> taken() const;
  // Returns the newest EHLO or HELO line of a client.
  std::string greeting() const;

 private:
  void run();
  void serve(Poco::Net::StreamSocket& socket);
  // Replies to a verb; returns false if the connection is to be closed. good: whether the reply was the usual
  // one.
  bool answer(Poco::Net::StreamSocket& socket, const std::string& verb, const std::string& usual, bool& good);

  Poco::Net::ServerSocket listener_;
  std::uint16_t port_;
  mutable std::mutex mutex_;
  std::map<std::string, std::pair<std::string, int>> replies_;
  std::vector<TakenMail> taken_;
  std::string greeting_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace host_stub_test
