// One client's connection: its socket, what it has sent so far and what it is still owed.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "net/poller.hpp"
#include "net/request_reader.hpp"

namespace host_stub {

// Owned by the network thread, except while `handling`: then one handler thread has it to itself. The owner
// alone sets the phase; the network thread looks at nothing else before the phase says that the connection is
// its own.
class WebConnection {
 public:
  using Clock = std::chrono::steady_clock;

  enum class Phase {
    reading,   // waits for a request, or for the rest of one
    handling,  // a handler thread works on its request
    writing,   // the client is slow to take its answer
    draining,  // answered; what the client still sends is dropped
  };
  enum class After { keepAlive, drain, close };  // what follows the answer
  enum class Sent { all, part, broken };

  WebConnection(std::uint64_t connectionId, FileDescriptor socket, std::string peerAddress)
      : id(connectionId), peer(std::move(peerAddress)), reader(peer), socket_(std::move(socket)) {}

  int fd() const { return socket_.get(); }

  // Bytes read, 0 where there are none yet, nullopt where the client is gone. Never waits.
  std::optional<std::size_t> receive(std::span<char> buffer);

  void answerWith(std::string text, After after);
  Sent flush();                         // never waits
  bool sendNow(std::string_view text);  // all or nothing more: for what fits a socket's empty buffer
  void finishSending();                 // the client sees the end of the stream

  bool isIdle() const { return phase == Phase::reading && reader.untouched(); }

  const std::uint64_t id;
  const std::string peer;
  RequestReader reader;
  std::atomic<Phase> phase = Phase::reading;
  After after = After::keepAlive;
  Clock::time_point since;      // when the present wait for the client began
  Clock::time_point deadline;   // when it ends; unused while idle or handling
  bool handleTooLarge = false;  // of the request that is being read, as it was admitted
  std::size_t drained = 0;
  std::size_t charged = 0;  // of the budget for bodies

 private:
  FileDescriptor socket_;
  std::string unsent_;
  std::size_t sent_ = 0;
};

}  // namespace host_stub
