#include "net/connection_table.hpp"

#include <utility>

namespace host_stub {

WebConnection& ConnectionTable::add(std::unique_ptr<WebConnection> connection) {
  WebConnection& added = *connection;
  std::size_t& ofPeer = perPeer_[added.peer];
  connections_.emplace(added.id, std::move(connection));
  ++ofPeer;
  return added;
}

WebConnection* ConnectionTable::find(std::uint64_t id) const {
  const auto found = connections_.find(id);
  return found == connections_.end() ? nullptr : found->second.get();
}

void ConnectionTable::remove(WebConnection& connection) {
  if (const auto peer = perPeer_.find(connection.peer); --peer->second == 0) perPeer_.erase(peer);
  connections_.erase(connection.id);
}

bool ConnectionTable::peerIsFull(const std::string& peer) const {
  const auto known = perPeer_.find(peer);
  return known != perPeer_.end() && known->second >= maxPerPeer_;
}

bool ConnectionTable::isFullFor(const std::string& peer) const {
  return connections_.size() >= max_ || peerIsFull(peer);
}

WebConnection* ConnectionTable::longestWaiting(const std::string& peer) const {
  const bool ofPeer = peerIsFull(peer);
  WebConnection* longest = nullptr;
  for (const auto& [id, connection] : connections_) {
    if (connection->phase == WebConnection::Phase::handling || (ofPeer && connection->peer != peer)) continue;
    if (!longest || connection->since < longest->since) longest = connection.get();
  }
  return longest;
}

}  // namespace host_stub
