// Asks a company's other connections for hires who may be the same person.
#pragma once

#include "hosting/company_services.hpp"
#include "hosting/connections/ask_connections.hpp"

namespace host_stub {

class ConnectionHub;

// Asks on threads of its own, since the asking plugin holds one already. No lock is held meanwhile.
// Thread-safe.
class DuplicateFinder : public OtherConnections {
 public:
  DuplicateFinder(Platform& platform, ConnectionHub& hub);

  std::set<ConnectionKey> others(const ConnectionKey& asking) override;
  Answers match(const std::set<ConnectionKey>& keys, const std::string& integration,
                const integration::MatchQuery& query, std::int64_t until) override;

 private:
  void count(const AskOutcome& outcome, const ConnectionKey& key);

  Platform& platform_;
  ConnectionHub& hub_;
  AskConnections asks_;
};

}  // namespace host_stub
