// Who of a company's other connections holds someone who may be the same person.
#pragma once

#include <map>
#include <memory>

#include "hosting/company_services.hpp"
#include "net/task_pool.hpp"

namespace host_stub {

class ConnectionHub;
class LiveConnection;

// A question is asked on a thread of its own pool, since a plugin's call can't be taken back: whoever asked
// goes on at the end of its time, whatever the other one does. No lock is held meanwhile.
class Duplicates : public OtherConnections {
 public:
  Duplicates(Platform& platform, ConnectionHub& hub);

  std::set<ConnectionKey> others(const ConnectionKey& asking) override;
  Answers match(const std::set<ConnectionKey>& whom, const std::string& integration,
                const integration::MatchQuery& query, std::int64_t until) override;

 private:
  struct Round;

  // Those that aren't still at an earlier question which nobody waits for any more.
  std::vector<std::shared_ptr<LiveConnection>> free(const std::set<ConnectionKey>& whom);
  void ask(const std::shared_ptr<LiveConnection>& other, const std::shared_ptr<Round>& round,
           std::size_t index);

  Platform& platform_;
  ConnectionHub& hub_;
  std::mutex mutex_;
  std::map<ConnectionKey, int> late_;  // how many questions each is late with
  TaskPool pool_;
};

}  // namespace host_stub
