#include "net/server/session_registry.hpp"

#include <utility>

#include "net/server/http_session.hpp"

namespace host_stub {

void SessionRegistry::add(std::shared_ptr<HttpSession> session) {
  std::size_t& ofPeer = perPeer_[session->peer()];
  const HttpSession* const key = session.get();
  sessions_.emplace(key, std::move(session));
  ++ofPeer;
}

void SessionRegistry::remove(const HttpSession& session) {
  const auto found = sessions_.find(&session);
  if (found == sessions_.end()) return;
  if (const auto peer = perPeer_.find(session.peer()); --peer->second == 0) perPeer_.erase(peer);
  sessions_.erase(found);
}

std::vector<std::shared_ptr<HttpSession>> SessionRegistry::all() const {
  std::vector<std::shared_ptr<HttpSession>> sessions;
  sessions.reserve(sessions_.size());
  for (const auto& [key, session] : sessions_) sessions.push_back(session);
  return sessions;
}

bool SessionRegistry::peerIsFull(const std::string& peer) const {
  const auto known = perPeer_.find(peer);
  return known != perPeer_.end() && known->second >= maxPerPeer_;
}

bool SessionRegistry::isFullFor(const std::string& peer) const {
  return sessions_.size() >= max_ || peerIsFull(peer);
}

std::shared_ptr<HttpSession> SessionRegistry::longestWaiting(const std::string& peer) const {
  const bool ofPeer = peerIsFull(peer);
  std::shared_ptr<HttpSession> longest;
  for (const auto& [key, session] : sessions_) {
    if (session->isBeingServed() || (ofPeer && session->peer() != peer)) continue;
    if (!longest || session->waitingSince() < longest->waitingSince()) longest = session;
  }
  return longest;
}

}  // namespace host_stub
