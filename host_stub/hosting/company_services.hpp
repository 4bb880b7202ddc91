// The services of a call that concern the plugin's company: its members, the hires whom other
// connections hold, the company's lists, notices.
#pragma once

#include <mutex>
#include <set>
#include <string>

#include "hosting/platform.hpp"
#include "services/members_service.hpp"

namespace host_stub {

// The other connections of a company, to be asked whom they hold. Thread-safe.
class OtherConnections {
 public:
  virtual ~OtherConnections() = default;
  virtual std::set<ConnectionKey> others(const ConnectionKey& asking) = 0;

  struct Answers {
    std::vector<integration::PossibleDuplicate> found;  // each with its connection
    std::set<ConnectionKey> leftOut;                    // who failed, or was late
  };
  // Within until (Unix ms). integration: whose ids query.sourceId is of.
  virtual Answers match(const std::set<ConnectionKey>& whom, const std::string& integration,
                        const integration::MatchQuery& query, std::int64_t until) = 0;
};

// Lives as long as the call, in which nobody is asked again who didn't answer once. others: null if nobody
// else is asked, as within such a question.
class CompanyMembers : public MembersService {
 public:
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
