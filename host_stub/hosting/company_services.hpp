// The services of a call that concern the plugin's company: members, hires of its other connections, lists
// and notices.
#pragma once

#include <mutex>
#include <set>
#include <string>

#include "hosting/platform.hpp"
#include "services/members_service.hpp"

namespace host_stub {

// The other connections of a company, which can be asked for possible duplicates. Thread-safe.
class OtherConnections {
 public:
  virtual ~OtherConnections() = default;
  virtual std::set<ConnectionKey> others(const ConnectionKey& asking) = 0;

  struct Answers {
    std::vector<integration::PossibleDuplicate> found;  // each with its connection
    std::set<ConnectionKey> leftOut;                    // failed, were late, or their plugin is not loaded
  };
  // Asks these connections for hires who may be the same person. Blocks until then (Unix ms) at most.
  // integration: the plugin whose source has given query.sourceId.
  virtual Answers match(const std::set<ConnectionKey>& keys, const std::string& integration,
                        const integration::MatchQuery& query, std::int64_t until) = 0;
};

// Lives as long as the call. A connection that was left out once is not asked again during the call.
class CompanyMembers : public MembersService {
 public:
  // others: null if no other connection is asked, as within such a question.
  CompanyMembers(Platform& platform, const ConnectionKey& key, const std::string& integration,
                 std::int64_t deadline, OtherConnections* others, const AuditedAction& action)
      : MembersService(platform.people, platform.clock, key, integration, action),
        key_(key),
        integration_(integration),
        deadline_(deadline),
        others_(others) {}

  std::vector<integration::PossibleDuplicate> match(const integration::MatchQuery& query) override;

 private:
  std::set<ConnectionKey> whom();

  const ConnectionKey& key_;
  const std::string& integration_;
  const std::int64_t deadline_;
  OtherConnections* others_;
  std::mutex mutex_;
  std::optional<std::set<ConnectionKey>> asked_;
};

class CompanyLists : public integration::Lists {
 public:
  CompanyLists(host_stub::Lists& lists, const ConnectionKey& key) : lists_(lists), key_(key) {}
  std::vector<std::string> get(std::string_view kind) override { return lists_.get(key_.company, kind); }

 private:
  host_stub::Lists& lists_;
  const ConnectionKey& key_;
};

class CompanyNotices : public integration::Notices {
 public:
  CompanyNotices(Platform& platform, const ConnectionKey& key) : platform_(platform), key_(key) {}
  void tell(const integration::Notice& notice) override;

 private:
  Platform& platform_;
  const ConnectionKey& key_;
};

}  // namespace host_stub
