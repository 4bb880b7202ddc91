// The host's people: members of companies.
#pragma once

#include <optional>
#include <vector>

#include "integration/services.hpp"
#include "people/member_links.hpp"
#include "records/audited_action.hpp"
#include "storage/connection_state.hpp"
#include "storage/database.hpp"

namespace host_stub {

struct MemberPage {
  std::int64_t total = 0;
  std::vector<Member> data;
};

// A person of a company is unique by where it comes from: source (the integration's id) and the id there.
// [thread-safe]
class Members {
 public:
  explicit Members(Database& database) : database_(database) {}

  // Creates a member from a hire and its draft, and deletes the draft. Returns the member unchanged if it
  // exists already. Throws invalidArgument with an issue per field.
  integration::MemberCreated create(const ConnectionKey& key, const std::string& source,
                                    const std::string& sourceId, const integration::HireFields& fields,
                                    std::int64_t now, const AuditedAction& action = {});
  // See linkMember: durable as a whole, or nothing of it.
  Member link(const std::string& company, const MemberLink& link, const AuditedAction& action = {});
  // By any of its sources.
  std::optional<Member> findBySource(const std::string& company, const std::string& source,
                                     const std::string& sourceId);
  std::optional<Member> get(const std::string& company, const std::string& personId);
  // In the order they were added, from behind the person `after` on.
  MemberPage list(const std::string& company, std::int64_t limit, std::int64_t skip,
                  const std::string& after = {});

  // Returns members of the company who may be the same person, without the one of query.sourceId.
  std::vector<integration::PossibleDuplicate> match(const std::string& company, const std::string& source,
                                                    const integration::MatchQuery& query);

 private:
  Database& database_;
};

}  // namespace host_stub
