// Drafts: the platform's own fields, as reviewers have filled them in for new hires who aren't members yet.
#pragma once

#include <map>
#include <set>

#include "people/member_details.hpp"
#include "storage/connection_state.hpp"
#include "storage/database.hpp"

namespace host_stub {

// By connection and the hire's id at its source. A draft goes with its connection. [thread-safe]
class MemberDrafts {
 public:
  explicit MemberDrafts(Database& database) : database_(database) {}

  MemberDetails get(const ConnectionKey& key, const std::string& sourceId);
  void put(const ConnectionKey& key, const std::string& sourceId, const MemberDetails& details);
  void remove(const ConnectionKey& key, const std::string& sourceId);
  // Returns the ids of all hires with a draft, by connection.
  std::map<ConnectionKey, std::set<std::string>> all();

 private:
  Database& database_;
};

// Within a transaction of the caller's: the draft, which is gone with it.
MemberDetails takeDraft(SqlSession& sql, const ConnectionKey& key, const std::string& sourceId);

}  // namespace host_stub
