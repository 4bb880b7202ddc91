#include "people/company_lists.hpp"

#include <Poco/String.h>
#include <Poco/UTF8String.h>

#include <algorithm>
#include <set>

#include "integration/field_catalog.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using integration::HireFields;
using integration::Issue;

void checkKind(std::string_view kind) {
  if (std::find(Lists::kKinds.begin(), Lists::kKinds.end(), kind) == Lists::kKinds.end())
    throw Failure(Code::notFound,
                  "there is no such list: there are departments, placesOfWork, contractTypes"
                  " and customFields");
}

std::vector<Issue> issuesOf(const std::vector<std::string>& values) {
  std::vector<Issue> issues;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string path = "values/" + std::to_string(i), &value = values[i];
    const bool clean = std::none_of(value.begin(), value.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7f;
    });
    if (value.empty())
      issues.push_back({path, "required", "is empty: leave it out"});
    else if (value.size() > Lists::kMaxBytes)
      issues.push_back({path, "too_long", "has more than 200 bytes: shorten it"});
    else if (!clean)
      issues.push_back({path, "invalid", "has a control character: write it in one line"});
    else if (!seen.insert(Poco::UTF8::toLower(value)).second)
      issues.push_back({path, "duplicate", "is there already: give each value once"});
  }
  return issues;
}

// Whether the company's list has the value, or has none at all.
bool mayBeSaid(SqlSession& sql, const std::string& company, const std::string& kind,
               const std::string& value) {
  const auto rows = sql.query<std::int64_t, std::int64_t>(
      "SELECT EXISTS (SELECT 1 FROM lists WHERE company = ?1 AND kind = ?2),"
      " EXISTS (SELECT 1 FROM lists WHERE company = ?1 AND kind = ?2 AND value = ?3)",
      company, kind, value);
  const auto& [any, has] = rows.front();
  return any == 0 || has != 0;
}

}  // namespace

std::vector<std::string> Lists::get(const std::string& company, std::string_view kind) {
  return database_.read([&](SqlSession& sql) { return listValues(sql, company, std::string(kind)); });
}

std::vector<std::string> Lists::put(const std::string& company, std::string_view kind,
                                    std::vector<std::string> values, const AuditedAction& action) {
  checkKind(kind);
  if (values.size() > kMaxValues)
    throw Failure(Code::invalidArgument, "the list is too long",
                  {{"values", "too_many", "has more than 1000 values: give fewer"}});
  for (std::string& value : values) Poco::trimInPlace(value);
  const std::vector<Issue> issues = issuesOf(values);
  if (!issues.empty()) throw Failure(Code::invalidArgument, "the list can't be kept as it is", issues);
  const std::string name(kind);
  database_.write([&](SqlSession& sql) {
    sql.execute("DELETE FROM lists WHERE company = ? AND kind = ?", company, name);
    for (std::size_t i = 0; i < values.size(); ++i)
      sql.execute("INSERT INTO lists (company, kind, position, value) VALUES (?, ?, ?, ?)", company, name,
                  static_cast<std::int64_t>(i), values[i]);
    action.join(sql);
  });
  return values;
}

std::vector<std::string> listValues(SqlSession& sql, const std::string& company, const std::string& kind) {
  std::vector<std::string> values;
  for (const auto& [value] : sql.query<std::string>(
           "SELECT value FROM lists WHERE company = ? AND kind = ? ORDER BY position", company, kind))
    values.push_back(value);
  return values;
}

std::vector<Issue> listIssues(SqlSession& sql, const std::string& company, const HireFields& fields) {
  std::vector<Issue> issues;
  for (const integration::FieldInfo& field : integration::kFieldCatalog) {
    const integration::Text& value = fields.*field.value;
    if (field.list.empty() || !value || Poco::trim(*value).empty() ||
        mayBeSaid(sql, company, std::string(field.list), *value))
      continue;
    issues.push_back({std::string(field.name), "not_in_list",
                      "This is none of the company's " + integration::spokenName(field.list) +
                          ": choose one of the list, or leave it empty"});
  }
  for (const auto& [name, value] : fields.custom)
    if (value && !mayBeSaid(sql, company, "customFields", name))
      issues.push_back({std::string(integration::kCustomPrefix) + name, "not_in_list",
                        "The company has no such field: clear it, or add it to the company's custom fields"});
  return issues;
}

}  // namespace host_stub
