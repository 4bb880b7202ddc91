// A client that sends exactly the given bytes.
#pragma once

#include <Poco/Net/StreamSocket.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace host_stub::test {

struct RawAnswer {
  int status = 0;  // 0: the connection closed, or nothing came within 10 s
  std::string head;
  std::string body;
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port);

  // Sends the bytes; returns false if it can't, as when the other side has closed.
  bool send(std::string_view bytes);
  // Reads one answer. withBody: false for the answer to HEAD.
  RawAnswer readAnswer(bool withBody = true);
  RawAnswer ask(std::string_view bytes) {
    send(bytes);
    return readAnswer();
  }
  // Reads on; returns true if the server closes the connection within the time.
  bool closedWithin(std::chrono::milliseconds time);
  void finishSending() { socket_.shutdownSend(); }

 private:
  bool receiveMore();

  Poco::Net::StreamSocket socket_;
  std::string unread_;
};

std::string get(std::string_view path, std::string_view more = "");
std::string post(std::string_view path, std::string_view body, std::string_view more = "");

}  // namespace host_stub::test
