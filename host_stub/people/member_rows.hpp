// The rows of people and of where they come from, within a transaction of the caller's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "people/member_details.hpp"
#include "storage/sql_session.hpp"

namespace host_stub {

struct MemberSource {
  std::string source, sourceId;
};
BOOST_DESCRIBE_STRUCT(MemberSource, (), (source, sourceId))

// A person as the host keeps it. sources: the first is the one it was made of.
struct Member : integration::Person {
  MemberDetails details;
  std::vector<MemberSource> sources;
};

std::optional<Member> findPerson(SqlSession& sql, const std::string& company, const std::string& id);
// By any of its sources.
std::optional<Member> findPersonBySource(SqlSession& sql, const std::string& company,
                                         const std::string& source, const std::string& sourceId);
std::vector<Member> listPeople(SqlSession& sql, const std::string& company, const std::string& after,
                               std::int64_t limit, std::int64_t skip);

void insertPerson(SqlSession& sql, const std::string& company, const Member& member, std::int64_t now);
// Its fields and details.
void updatePerson(SqlSession& sql, const std::string& company, const Member& member);

// An issue for each detail that somebody else of the company has. personId: whose they are, "" of nobody yet.
std::vector<integration::Issue> takenIssues(SqlSession& sql, const std::string& company,
                                            const std::string& personId, const MemberDetails& details);

}  // namespace host_stub
