#include "net/server/session_registry.hpp"

#include <utility>

#include "net/server/http_session.hpp"

namespace host_stub {

void SessionRegistry::discount(const std::string& client) {
  const auto known = perClient_.find(client);
  if (known != perClient_.end() && --known->second == 0) perClient_.erase(known);
}

void SessionRegistry::add(std::shared_ptr<HttpSession> session, const std::string& client) {
  std::size_t* const ofClient = client.empty() ? nullptr : &perClient_[client];
  const HttpSession* const key = session.get();
  sessions_.emplace(key, Entry{std::move(session), client});
  if (ofClient != nullptr) ++*ofClient;  // nothing that may fail comes after this
}

void SessionRegistry::setClient(const HttpSession& session, const std::string& client) {
  const auto found = sessions_.find(&session);
  if (found == sessions_.end()) return;
  std::string next = client;
  if (!client.empty()) ++perClient_[client];
  discount(found->second.client);
  found->second.client.swap(next);
}

void SessionRegistry::remove(const HttpSession& session) {
  const auto found = sessions_.find(&session);
  if (found == sessions_.end()) return;
  discount(found->second.client);
  sessions_.erase(found);
}

std::vector<std::shared_ptr<HttpSession>> SessionRegistry::all() const {
  std::vector<std::shared_ptr<HttpSession>> sessions;
  sessions.reserve(sessions_.size());
  for (const auto& [key, entry] : sessions_) sessions.push_back(entry.session);
  return sessions;
}

bool SessionRegistry::clientIsFull(const std::string& client) const {
  const auto known = perClient_.find(client);
  return known != perClient_.end() && known->second >= maxPerClient_;
}

bool SessionRegistry::isFullFor(const std::string& client) const {
  return sessions_.size() >= max_ || clientIsFull(client);
}

std::shared_ptr<HttpSession> SessionRegistry::longestWaiting(const std::string& client) const {
  const bool ofClient = clientIsFull(client);
  std::shared_ptr<HttpSession> longest;
  for (const auto& [key, entry] : sessions_) {
    if (entry.session->isBeingServed() || (ofClient && entry.client != client)) continue;
    if (!longest || entry.session->waitingSince() < longest->waitingSince()) longest = entry.session;
  }
  return longest;
}

}  // namespace host_stub
