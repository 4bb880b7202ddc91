// A client's connection: reads a request, has it admitted and handled, sends the answer, begins again.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "net/server/request_reader.hpp"
#include "net/server/response_writer.hpp"
#include "net/server/server_state.hpp"
#include "net/server/web.hpp"

namespace host_stub {

// Network thread only. A failure, such as want of memory, ends its own session alone.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  using Clock = std::chrono::steady_clock;

  HttpSession(ServerState& server, boost::asio::ip::tcp::socket socket, std::string peer);

  void start();
  // Sends one answer, or what the socket takes of it, and closes. For a session that isn't registered.
  void refuse(WebResponse response);
  void close();
  // Ends the present wait, for the client or for the handler, if it has lasted too long.
  void checkTime(Clock::time_point now, std::chrono::milliseconds idleTimeout);

  Clock::time_point waitingSince() const { return since_; }
  bool isBeingServed() const { return phase_ == Phase::admitting || phase_ == Phase::handling; }
  bool isIdle() const { return phase_ == Phase::reading && reader_.untouched(); }

 private:
  enum class Phase {
    reading,    // waits for a request, or for the rest of one
    admitting,  // the handler decides about the head
    handling,   // the handler works on the request
    writing,    // the client takes its answer
    draining,   // answered; what the client still sends is dropped
    closed,
  };
  enum class After { keepAlive, drain, close };  // what follows the answer

  template <class Step>
  void guarded(Step step);
  void await(boost::asio::ip::tcp::socket::wait_type what, void (HttpSession::*then)());
  template <class Answer>
  std::function<void(Answer)> replyTo(void (HttpSession::*take)(Answer), Answer ifNone);

  void receive();
  void advance(RequestReader::State state);
  bool findClient();
  void admit();
  void decided(Admission admission);
  void handle();
  void responded(WebResponse response);
  void answer(WebResponse response, After after);
  void send();
  void sent();
  void drain();
  void endOverdue();
  bool charge();

  ServerState& server_;
  boost::asio::ip::tcp::socket socket_;
  const std::string peer_;
  const bool peerIsProxy_;  // a trusted one, which names the client of each request
  RequestReader reader_;
  std::optional<ResponseWriter> writer_;
  Phase phase_ = Phase::reading;
  After after_ = After::keepAlive;
  Clock::time_point since_ = Clock::now();  // when the present wait for the client began
  Clock::time_point deadline_;              // when the present wait ends; unused while idle
  Admission admission_;                     // of the request that is being read
  bool headOnly_ = false;
  std::size_t drained_ = 0;
  std::size_t charged_ = 0;  // of the memory budget
};

}  // namespace host_stub
