#include "people/member_links.hpp"

#include <algorithm>

#include "people/company_lists.hpp"
#include "people/hire_fields.hpp"
#include "people/member_validation.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;
using integration::HireFields;
using integration::Issue;

namespace {

template <class All, class One>
bool has(const All& all, const One& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

std::vector<Issue> wrongWith(SqlSession& sql, const std::string& company, const Member& member) {
  std::vector<Issue> issues = checkMember(member);
  for (const auto& more : {listIssues(sql, company, member), checkDetails(member.details),
                           takenIssues(sql, company, member.id, member.details)})
    issues.insert(issues.end(), more.begin(), more.end());
  return issues;
}

std::vector<Issue> overwrite(Member& member, const MemberLink& link) {
  std::vector<Issue> issues;
  for (std::size_t i = 0; i < link.names.size(); ++i) {
    const std::string& name = link.names[i];
    if (!setHireField(member, name, hireField(link.fields, name)) &&
        !setMemberDetail(member.details, name, memberDetail(link.details, name)))
      issues.push_back({"fields/" + std::to_string(i), "unknown", "there is no field of this name"});
  }
  return issues;
}

}  // namespace

Member linkMember(SqlSession& sql, const std::string& company, const MemberLink& link) {
  const auto before = findPerson(sql, company, link.personId);
  if (!before) throw Failure(Code::notFound, "there is no such person");
  const auto known = findPersonBySource(sql, company, link.source, link.sourceId);
  if (known && known->id != link.personId)
    throw Failure(Code::failedPrecondition, "the new hire is another member already");

  Member linked = *before;
  std::vector<Issue> issues = overwrite(linked, link);
  static_cast<HireFields&>(linked) = trimmed(linked);
  const std::vector<Issue> old = wrongWith(sql, company, *before);
  for (Issue& issue : wrongWith(sql, company, linked))
    if (has(link.names, issue.path) || !has(old, issue)) issues.push_back(std::move(issue));
  if (!issues.empty())
    throw Failure(Code::invalidArgument, "the member can't say this: see each field", std::move(issues));

  if (!known)
    sql.execute("INSERT INTO person_sources (company, source, source_id, person) VALUES (?, ?, ?, ?)",
                company, link.source, link.sourceId, link.personId);
  updatePerson(sql, company, linked);
  return linked;
}

}  // namespace host_stub
