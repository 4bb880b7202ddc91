#include "data/people.hpp"

#include <set>

#include "data/lists.hpp"
#include "data/person_rules.hpp"
#include "data/random.hpp"
#include "integration/describe_json.hpp"
#include "integration/time.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using integration::HireFields;
using integration::MatchQuery;
using integration::MemberCreated;
using integration::Person;
using integration::PossibleDuplicate;

constexpr std::int64_t kMaxMatches = 20;  // of each kind

using Rows = std::vector<std::tuple<std::string, std::string, std::string, std::int64_t, std::string>>;

std::vector<Person> toPeople(const Rows& rows) {
  std::vector<Person> people;
  for (const auto& [id, source, sourceId, createdAt, document] : rows)
    people.push_back({integration::fromJsonText<HireFields>(document, "a stored member"), id, source,
                      sourceId, integration::formatTime(createdAt)});
  return people;
}

std::optional<Person> toPerson(const Rows& rows) {
  if (rows.empty()) return std::nullopt;
  return std::move(toPeople(rows).front());
}

template <class... Values>
Rows select(SqlSession& sql, const char* query, const Values&... values) {
  return sql.query<std::string, std::string, std::string, std::int64_t, std::string>(query, values...);
}

std::optional<Person> find(SqlSession& sql, const std::string& company, const std::string& source,
                           const std::string& sourceId) {
  return toPerson(select(sql,
                         "SELECT id, source, source_id, created_at, document FROM people"
                         " WHERE company = ? AND source = ? AND source_id = ?",
                         company, source, sourceId));
}

void insert(SqlSession& sql, const std::string& company, const Person& person, const std::string& document,
            std::int64_t now) {
  sql.execute(
      "INSERT INTO people (company, id, source, source_id, created_at, email, name, start_date, phone, "
      "document)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      company, person.id, person.source, person.sourceId, now,
      comparableEmail(person.personalEmail.value_or("")), comparableName(person),
      person.employmentStartDate.value_or(""), comparablePhone(person.personalPhoneNumber.value_or("")),
      document);
}

std::set<std::string> emailsOf(const MatchQuery& query) {
  std::set<std::string> emails;
  for (const std::string& email : query.emails) emails.insert(comparableEmail(email));
  emails.insert(comparableEmail(query.fields.personalEmail.value_or("")));
  emails.erase("");
  return emails;
}

}  // namespace

MemberCreated People::create(const std::string& company, const std::string& source,
                             const std::string& sourceId, const HireFields& fields, std::int64_t now) {
  if (sourceId.empty() || sourceId.size() > 256)
    throw Failure(Code::invalidArgument, "a member's key at the source has 1 to 256 bytes");
  const auto wrong = checkMember(fields);
  const std::string document = integration::toJsonText(fields);
  return database_.write([&](SqlSession& sql) -> MemberCreated {
    if (auto existing = find(sql, company, source, sourceId)) return {*std::move(existing), false};
    auto issues = wrong;
    for (integration::Issue& issue : listIssues(sql, company, fields)) issues.push_back(std::move(issue));
    if (!issues.empty()) throw Failure(Code::invalidArgument, "the member can't be added as it is", issues);
    const Person person{fields, newId(now), source, sourceId, integration::formatTime(now)};
    insert(sql, company, person, document, now);
    return {person, true};
  });
}

std::optional<Person> People::findBySource(const std::string& company, const std::string& source,
                                           const std::string& sourceId) {
  return database_.read([&](SqlSession& sql) { return find(sql, company, source, sourceId); });
}

std::optional<Person> People::get(const std::string& company, const std::string& personId) {
  return toPerson(database_.read([&](SqlSession& sql) {
    return select(
        sql, "SELECT id, source, source_id, created_at, document FROM people WHERE company = ? AND id = ?",
        company, personId);
  }));
}

PeoplePage People::list(const std::string& company, std::int64_t limit, std::int64_t skip,
                        const std::string& after) {
  return database_.read([&](SqlSession& sql) {
    PeoplePage page;
    page.total = std::get<0>(
        sql.query<std::int64_t>("SELECT count(*) FROM people WHERE company = ?", company).front());
    page.data =
        toPeople(select(sql,
                        "SELECT id, source, source_id, created_at, document FROM people WHERE company = ?"
                        " AND id > ? ORDER BY id LIMIT ? OFFSET ?",
                        company, after, limit, skip));
    return page;
  });
}

std::vector<PossibleDuplicate> People::match(const std::string& company, const std::string& source,
                                             const MatchQuery& query) {
  const std::string name = comparableName(query.fields),
                    phone = comparablePhone(query.fields.personalPhoneNumber.value_or("")),
                    start = query.fields.employmentStartDate.value_or("");
  return database_.read([&](SqlSession& sql) {
    std::vector<PossibleDuplicate> found;
    std::set<std::pair<std::string, std::string>> seen;
    const auto add = [&](const char* kind, const char* message,
                         const std::vector<std::tuple<std::string>>& ids) {
      for (const auto& [id] : ids)
        if (seen.insert({kind, id}).second) found.push_back({kind, id, std::nullopt, std::nullopt, message});
    };
    for (const std::string& email : emailsOf(query))
      add("same_email", "A member has the same personal e-mail address",
          sql.query<std::string>("SELECT id FROM people WHERE company = ? AND email = ? AND email <> ''"
                                 " AND NOT (source = ? AND source_id = ?) ORDER BY id LIMIT ?",
                                 company, email, source, query.sourceId, kMaxMatches));
    if (!name.empty() && !start.empty())
      add("same_name_and_start", "A member has the same name and starts on the same day",
          sql.query<std::string>(
              "SELECT id FROM people WHERE company = ? AND name = ? AND start_date = ?"
              " AND start_date <> '' AND NOT (source = ? AND source_id = ?) ORDER BY id LIMIT ?",
              company, name, start, source, query.sourceId, kMaxMatches));
    if (!phone.empty())
      add("same_phone", "A member has the same phone number",
          sql.query<std::string>("SELECT id FROM people WHERE company = ? AND phone = ? AND phone <> ''"
                                 " AND NOT (source = ? AND source_id = ?) ORDER BY id LIMIT ?",
                                 company, phone, source, query.sourceId, kMaxMatches));
    return found;
  });
}

}  // namespace host_stub
