#include "people/member_rows.hpp"

#include <algorithm>

#include "integration/describe_json.hpp"
#include "integration/text/email_address.hpp"
#include "integration/time.hpp"
#include "people/member_validation.hpp"
#include "storage/comparable_values.hpp"

namespace host_stub {

using integration::HireFields;
using integration::Issue;
using integration::Person;
using integration::text::comparableEmail;

namespace {

using Rows =
    std::vector<std::tuple<std::string, std::string, std::string, std::int64_t, std::string, std::string>>;

template <class... Values>
Rows select(SqlSession& sql, const char* query, const Values&... values) {
  return sql.query<std::string, std::string, std::string, std::int64_t, std::string, std::string>(query,
                                                                                                  values...);
}

std::vector<Member> toMembers(const Rows& rows) {
  std::vector<Member> members;
  for (const auto& [id, source, sourceId, createdAt, document, details] : rows)
    members.push_back({Person{integration::fromJsonText<HireFields>(document, "a stored member"), id, source,
                              sourceId, integration::formatTime(createdAt)},
                       integration::fromJsonText<MemberDetails>(details, "a stored member"),
                       {{source, sourceId}}});
  return members;
}

// members: in the order of their ids.
std::vector<Member> withSources(SqlSession& sql, const std::string& company, std::vector<Member> members) {
  if (members.empty()) return members;
  const auto rows = sql.query<std::string, std::string, std::string>(
      "SELECT person, source, source_id FROM person_sources WHERE company = ? AND person BETWEEN ? AND ?"
      " ORDER BY person, source, source_id",
      company, members.front().id, members.back().id);
  for (const auto& [person, source, sourceId] : rows) {
    const auto member =
        std::lower_bound(members.begin(), members.end(), person,
                         [](const Member& one, const std::string& id) { return one.id < id; });
    if (member->id == person) member->sources.push_back({source, sourceId});
  }
  return members;
}

std::optional<Member> one(std::vector<Member> members) {
  if (members.empty()) return std::nullopt;
  return std::move(members.front());
}

}  // namespace

std::optional<Member> findPerson(SqlSession& sql, const std::string& company, const std::string& id) {
  const Rows rows = select(sql,
                           "SELECT id, source, source_id, created_at, document, details FROM people"
                           " WHERE company = ? AND id = ?",
                           company, id);
  return one(withSources(sql, company, toMembers(rows)));
}

std::optional<Member> findPersonBySource(SqlSession& sql, const std::string& company,
                                         const std::string& source, const std::string& sourceId) {
  const Rows rows = select(sql,
                           "SELECT id, source, source_id, created_at, document, details FROM people"
                           " WHERE company = ?1 AND id IN (SELECT id FROM people WHERE company = ?1"
                           " AND source = ?2 AND source_id = ?3 UNION ALL SELECT person FROM person_sources"
                           " WHERE company = ?1 AND source = ?2 AND source_id = ?3)",
                           company, source, sourceId);
  return one(withSources(sql, company, toMembers(rows)));
}

std::vector<Member> listPeople(SqlSession& sql, const std::string& company, const std::string& after,
                               std::int64_t limit, std::int64_t skip) {
  const Rows rows = select(sql,
                           "SELECT id, source, source_id, created_at, document, details FROM people"
                           " WHERE company = ? AND id > ? ORDER BY id LIMIT ? OFFSET ?",
                           company, after, limit, skip);
  return withSources(sql, company, toMembers(rows));
}

void insertPerson(SqlSession& sql, const std::string& company, const Member& member, std::int64_t now) {
  const HireFields& fields = member;
  sql.execute(
      "INSERT INTO people (company, id, source, source_id, created_at, email, name, start_date, phone,"
      " document, details, work_email, employee_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      company, member.id, member.source, member.sourceId, now,
      comparableEmail(fields.personalEmail.value_or("")), comparableName(fields),
      fields.employmentStartDate.value_or(""), comparablePhone(fields.personalPhoneNumber.value_or("")),
      integration::toJsonText(fields), integration::toJsonText(member.details),
      comparableEmail(member.details.workEmail.value_or("")),
      comparableNumber(member.details.employeeNumber.value_or("")));
}

void updatePerson(SqlSession& sql, const std::string& company, const Member& member) {
  const HireFields& fields = member;
  sql.execute(
      "UPDATE people SET email = ?, name = ?, start_date = ?, phone = ?, document = ?, details = ?,"
      " work_email = ?, employee_number = ? WHERE company = ? AND id = ?",
      comparableEmail(fields.personalEmail.value_or("")), comparableName(fields),
      fields.employmentStartDate.value_or(""), comparablePhone(fields.personalPhoneNumber.value_or("")),
      integration::toJsonText(fields), integration::toJsonText(member.details),
      comparableEmail(member.details.workEmail.value_or("")),
      comparableNumber(member.details.employeeNumber.value_or("")), company, member.id);
}

std::vector<Issue> takenIssues(SqlSession& sql, const std::string& company, const std::string& personId,
                               const MemberDetails& details) {
  std::vector<Issue> issues;
  const std::string email = comparableEmail(details.workEmail.value_or("")),
                    number = comparableNumber(details.employeeNumber.value_or(""));
  if (!email.empty() &&
      !sql.query<std::string>(
              "SELECT id FROM people WHERE company = ? AND work_email = ? AND work_email <> ''"
              " AND id <> ?",
              company, email, personId)
           .empty())
    issues.push_back({"workEmail", "taken", "Another member has this work e-mail: give this one their own"});
  if (!number.empty() &&
      !sql.query<std::string>("SELECT id FROM people WHERE company = ? AND employee_number = ?"
                              " AND employee_number <> '' AND id <> ?",
                              company, number, personId)
           .empty())
    issues.push_back(
        {"employeeNumber", "taken", "Another member has this employee number: give this one their own"});
  return issues;
}

}  // namespace host_stub
