// A peer: another program that takes the same deliveries, in a process of its own.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

// Runs as long as this object; prints its port once it listens. Throws std::runtime_error if it doesn't.
class Peer {
 public:
  explicit Peer(const std::vector<std::string>& command);
  ~Peer();
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  std::uint16_t port() const { return port_; }
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_;
  std::uint16_t port_ = 0;
};

}  // namespace bench
