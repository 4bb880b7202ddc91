// The open connections of a web server, and who goes when there are too many. Network thread only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "net/web_connection.hpp"

namespace host_stub {

class ConnectionTable {
 public:
  ConnectionTable(std::size_t max, std::size_t maxPerPeer) : max_(max), maxPerPeer_(maxPerPeer) {}

  WebConnection& add(std::unique_ptr<WebConnection> connection);
  WebConnection* find(std::uint64_t id) const;  // null where it has gone
  void remove(WebConnection& connection);

  std::size_t size() const { return connections_.size(); }
  bool empty() const { return connections_.empty(); }
  // visit(WebConnection&), which may remove that one, and no other.
  template <class Visit>
  void forEach(const Visit& visit) {
    for (auto next = connections_.begin(); next != connections_.end();) visit(*(next++)->second);
  }

  bool isFullFor(const std::string& peer) const;
  // Whoever has kept the server waiting the longest, a slow client, never one that is being served. Of this
  // peer where it is the peer that has too many. Null where there is none.
  WebConnection* longestWaiting(const std::string& peer) const;

 private:
  bool peerIsFull(const std::string& peer) const;

  const std::size_t max_;
  const std::size_t maxPerPeer_;
  std::unordered_map<std::uint64_t, std::unique_ptr<WebConnection>> connections_;
  std::unordered_map<std::string, std::size_t> perPeer_;
};

}  // namespace host_stub
