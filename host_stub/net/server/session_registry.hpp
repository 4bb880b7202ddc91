// The open connections of a web server, and which of them is closed if there are too many. Network thread
// only.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace host_stub {

class HttpSession;

class SessionRegistry {
 public:
  SessionRegistry(std::size_t max, std::size_t maxPerPeer) : max_(max), maxPerPeer_(maxPerPeer) {}

  void add(std::shared_ptr<HttpSession> session);
  void remove(const HttpSession& session);

  std::size_t size() const { return sessions_.size(); }
  bool isHalfFull() const { return sessions_.size() > max_ / 2; }
  // Returns a copy, so that a visit of it may remove sessions.
  std::vector<std::shared_ptr<HttpSession>> all() const;

  bool isFullFor(const std::string& peer) const;
  // Returns the session that has kept the server waiting the longest, a slow client, never one that is being
  // served; of this peer if it is the peer that has too many. Null if there is none.
  std::shared_ptr<HttpSession> longestWaiting(const std::string& peer) const;

 private:
  bool peerIsFull(const std::string& peer) const;

  const std::size_t max_;
  const std::size_t maxPerPeer_;
  std::unordered_map<const HttpSession*, std::shared_ptr<HttpSession>> sessions_;
  std::unordered_map<std::string, std::size_t> perPeer_;
};

}  // namespace host_stub
