#include "people/member_forms.hpp"

#include <Poco/String.h>

#include <algorithm>

#include "people/company_lists.hpp"
#include "people/hire_fields.hpp"
#include "people/member_rows.hpp"
#include "people/member_validation.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;
using integration::HireFields;
using integration::Issue;

namespace {

constexpr std::int64_t kMostNumber = 999999999999;

struct Kept {
  std::vector<std::string> required;
  bool assign = false;
  std::int64_t next = 1;
};

Kept keptFor(SqlSession& sql, const std::string& company) {
  const auto rows = sql.query<std::string, std::int64_t, std::int64_t>(
      "SELECT required, assign_numbers, next_number FROM member_forms WHERE company = ?", company);
  if (rows.empty()) return {};
  const auto& [required, assign, next] = rows.front();
  return {integration::fromJsonText<std::vector<std::string>>(required, "a stored form"), assign != 0, next};
}

void write(SqlSession& sql, const std::string& company, const Kept& kept) {
  sql.execute(
      "INSERT INTO member_forms (company, required, assign_numbers, next_number) VALUES (?, ?, ?, ?)"
      " ON CONFLICT DO UPDATE SET required = excluded.required, assign_numbers = excluded.assign_numbers,"
      " next_number = excluded.next_number",
      company, integration::toJsonText(kept.required), std::int64_t{kept.assign ? 1 : 0}, kept.next);
}

template <class All>
bool has(const All& all, const std::string& name) {
  return std::find(all.begin(), all.end(), name) != all.end();
}

MemberForm formOf(SqlSession& sql, const std::string& company) {
  const Kept kept = keptFor(sql, company);
  MemberForm form{formFields(sql, company), {}, kept.assign, kept.next};
  for (const FormField& field : form.fields)
    if (field.locked || has(kept.required, field.name)) form.required.push_back(field.name);
  return form;
}

std::vector<Issue> issuesOf(const MemberFormChange& change, const std::vector<FormField>& fields) {
  std::vector<Issue> issues;
  const auto known = [&](const std::string& name) {
    return std::any_of(fields.begin(), fields.end(),
                       [&](const FormField& field) { return field.name == name; });
  };
  const std::vector<std::string> required = change.required.value_or(std::vector<std::string>());
  for (std::size_t i = 0; i < required.size(); ++i)
    if (!known(required[i]))
      issues.push_back({"required/" + std::to_string(i), "unknown",
                        "is no field of the form: GET /api/member-form names them"});
  if (change.nextEmployeeNumber &&
      (*change.nextEmployeeNumber < 1 || *change.nextEmployeeNumber > kMostNumber))
    issues.push_back({"nextEmployeeNumber", "invalid", "must be a whole number from 1 to 999999999999"});
  return issues;
}

// Whether the form asks the field of this hire.
bool isAsked(const MemberForm& form, const std::string& name, const HireFields& fields) {
  if (name == "employeeNumber") return !form.assignEmployeeNumbers;
  if (name == "remoteCity" || name == "remoteCountry")
    return Poco::icompare(typed(fields.placeOfWork).value_or(""), "remote") == 0;
  return true;
}

}  // namespace

bool MemberForm::asks(const std::string& name) const {
  return has(required, name);
}

MemberForm MemberForms::get(const std::string& company) {
  return database_.read([&](SqlSession& sql) { return formOf(sql, company); });
}

void MemberForms::change(const std::string& company, const MemberFormChange& change,
                         const AuditedAction& action) {
  database_.write([&](SqlSession& sql) {
    const auto issues = issuesOf(change, formFields(sql, company));
    if (!issues.empty()) throw Failure(Code::invalidArgument, "the form can't be kept as it is", issues);
    Kept kept = keptFor(sql, company);
    kept.required = change.required.value_or(kept.required);
    kept.assign = change.assignEmployeeNumbers.value_or(kept.assign);
    kept.next = change.nextEmployeeNumber.value_or(kept.next);
    write(sql, company, kept);
    action.join(sql);
  });
}

std::vector<Issue> MemberForms::issues(const std::string& company, const HireFields& fields,
                                       const MemberDetails& details) {
  return database_.read([&](SqlSession& sql) {
    std::vector<Issue> issues = checkMember(fields);
    const auto add = [&](std::vector<Issue> more) {
      for (Issue& issue : more) issues.push_back(std::move(issue));
    };
    add(listIssues(sql, company, fields));
    add(checkDetails(details));
    add(takenIssues(sql, company, "", details));
    const MemberForm form = formOf(sql, company);
    for (const FormField& field : form.fields) {
      const bool missing = !typed(hireField(fields, field.name)) && !memberDetail(details, field.name);
      const bool reported = std::any_of(issues.begin(), issues.end(), [&](const Issue& issue) {
        return issue.path == field.name && issue.code == "required";
      });
      if (missing && !reported && form.asks(field.name) && isAsked(form, field.name, fields))
        issues.push_back({field.name, "required", field.title + " is missing: fill it in to add the member"});
    }
    return issues;
  });
}

std::optional<std::string> takeEmployeeNumber(SqlSession& sql, const std::string& company) {
  Kept kept = keptFor(sql, company);
  if (!kept.assign) return std::nullopt;
  MemberDetails details;
  do details.employeeNumber = std::to_string(kept.next++);
  while (!takenIssues(sql, company, "", details).empty());
  write(sql, company, kept);
  return details.employeeNumber;
}

}  // namespace host_stub
