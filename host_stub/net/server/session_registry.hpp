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
  SessionRegistry(std::size_t max, std::size_t maxPerClient) : max_(max), maxPerClient_(maxPerClient) {}

  // client: the address that the session counts for; "" for none, while a proxy's connection carries no
  // request.
  void add(std::shared_ptr<HttpSession> session, const std::string& client);
  void setClient(const HttpSession& session, const std::string& client);
  void remove(const HttpSession& session);

  std::size_t size() const { return sessions_.size(); }
  bool isHalfFull() const { return sessions_.size() > max_ / 2; }
  // Returns a copy, so that a visit of it may remove sessions.
  std::vector<std::shared_ptr<HttpSession>> all() const;

  bool isFullFor(const std::string& client) const;
  bool clientIsFull(const std::string& client) const;
  // Returns the session that has kept the server waiting the longest, never one that is being served. If this
  // client has too many sessions, it is one of the client's. Returns null if there is none.
  std::shared_ptr<HttpSession> longestWaiting(const std::string& client) const;

 private:
  struct Entry {
    std::shared_ptr<HttpSession> session;
    std::string client;
  };

  void discount(const std::string& client);

  const std::size_t max_;
  const std::size_t maxPerClient_;
  std::unordered_map<const HttpSession*, Entry> sessions_;
  std::unordered_map<std::string, std::size_t> perClient_;
};

}  // namespace host_stub
