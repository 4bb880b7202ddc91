#include "people/members.hpp"

#include <set>

#include "integration/text/email_address.hpp"
#include "integration/time.hpp"
#include "people/company_lists.hpp"
#include "people/hire_fields.hpp"
#include "people/member_drafts.hpp"
#include "people/member_forms.hpp"
#include "people/member_validation.hpp"
#include "storage/comparable_values.hpp"
#include "storage/random.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using integration::HireFields;
using integration::MatchQuery;
using integration::MemberCreated;
using integration::PossibleDuplicate;
using integration::text::comparableEmail;

constexpr std::int64_t kMaxMatches = 20;  // of each kind

std::set<std::string> emailsOf(const MatchQuery& query) {
  std::set<std::string> emails;
  for (const std::string& email : query.emails) emails.insert(comparableEmail(email));
  emails.insert(comparableEmail(query.fields.personalEmail.value_or("")));
  emails.erase("");
  return emails;
}

}  // namespace

MemberCreated Members::create(const ConnectionKey& key, const std::string& source,
                              const std::string& sourceId, const HireFields& given, std::int64_t now,
                              const AuditedAction& action) {
  if (sourceId.empty() || sourceId.size() > 256)
    throw Failure(Code::invalidArgument, "a member's key at the source has 1 to 256 bytes");
  const HireFields fields = trimmed(given);
  const auto wrong = checkMember(fields);
  return database_.write([&](SqlSession& sql) -> MemberCreated {
    Member member{{fields, newId(now), source, sourceId, integration::formatTime(now)},
                  takeDraft(sql, key, sourceId),
                  {}};
    if (auto existing = findPersonBySource(sql, key.company, source, sourceId))
      return {*std::move(existing), false};
    auto issues = wrong;
    for (auto more :
         {listIssues(sql, key.company, fields), takenIssues(sql, key.company, "", member.details)})
      issues.insert(issues.end(), more.begin(), more.end());
    if (!issues.empty()) throw Failure(Code::invalidArgument, "the member can't be added as it is", issues);
    if (!member.details.employeeNumber) member.details.employeeNumber = takeEmployeeNumber(sql, key.company);
    insertPerson(sql, key.company, member, now);
    action.join(sql);
    return {std::move(member), true};
  });
}

Member Members::link(const std::string& company, const MemberLink& link, const AuditedAction& action) {
  return database_.write([&](SqlSession& sql) {
    action.join(sql);
    return linkMember(sql, company, link);
  });
}

std::optional<Member> Members::findBySource(const std::string& company, const std::string& source,
                                            const std::string& sourceId) {
  return database_.read([&](SqlSession& sql) { return findPersonBySource(sql, company, source, sourceId); });
}

std::optional<Member> Members::get(const std::string& company, const std::string& personId) {
  return database_.read([&](SqlSession& sql) { return findPerson(sql, company, personId); });
}

MemberPage Members::list(const std::string& company, std::int64_t limit, std::int64_t skip,
                         const std::string& after) {
  return database_.read([&](SqlSession& sql) {
    MemberPage page;
    page.total = std::get<0>(
        sql.query<std::int64_t>("SELECT count(*) FROM people WHERE company = ?", company).front());
    page.data = listPeople(sql, company, after, limit, skip);
    return page;
  });
}

std::vector<PossibleDuplicate> Members::match(const std::string& company, const std::string& source,
                                              const MatchQuery& query) {
  const std::string name = comparableName(query.fields),
                    phone = comparablePhone(query.fields.personalPhoneNumber.value_or("")),
                    start = query.fields.employmentStartDate.value_or("");
  return database_.read([&](SqlSession& sql) {
    const auto itself = findPersonBySource(sql, company, source, query.sourceId);
    const std::string own = itself ? itself->id : "";
    std::vector<PossibleDuplicate> found;
    std::set<std::pair<std::string, std::string>> seen;
    const auto add = [&](const char* kind, const char* message,
                         const std::vector<std::tuple<std::string>>& ids) {
      for (const auto& [id] : ids)
        if (seen.insert({kind, id}).second) found.push_back({kind, id, std::nullopt, std::nullopt, message});
    };
    for (const std::string& email : emailsOf(query)) {
      add("same_email", "A member has the same personal e-mail address",
          sql.query<std::string>("SELECT id FROM people WHERE company = ? AND email = ? AND email <> ''"
                                 " AND id <> ? ORDER BY id LIMIT ?",
                                 company, email, own, kMaxMatches));
      add("same_email", "A member has this e-mail address as their work e-mail",
          sql.query<std::string>(
              "SELECT id FROM people WHERE company = ? AND work_email = ? AND work_email <> ''"
              " AND id <> ? ORDER BY id LIMIT ?",
              company, email, own, kMaxMatches));
    }
    if (!name.empty() && !start.empty())
      add("same_name_and_start", "A member has the same name and starts on the same day",
          sql.query<std::string>("SELECT id FROM people WHERE company = ? AND name = ? AND start_date = ?"
                                 " AND start_date <> '' AND id <> ? ORDER BY id LIMIT ?",
                                 company, name, start, own, kMaxMatches));
    if (!phone.empty())
      add("same_phone", "A member has the same phone number",
          sql.query<std::string>("SELECT id FROM people WHERE company = ? AND phone = ? AND phone <> ''"
                                 " AND id <> ? ORDER BY id LIMIT ?",
                                 company, phone, own, kMaxMatches));
    return found;
  });
}

}  // namespace host_stub
