#include "storage/upgrade/member_name_upgrade.hpp"

#include "integration/describe_json.hpp"
#include "storage/comparable_values.hpp"

namespace host_stub {

void foldMemberNames(SqlSession& sql) {
  constexpr std::int64_t kTogether = 500;
  std::string company, id;
  for (bool more = true; more;) {
    const auto rows = sql.query<std::string, std::string, std::string, std::string>(
        "SELECT company, id, name, document FROM people WHERE (company, id) > (?, ?) ORDER BY company, id"
        " LIMIT ?",
        company, id, kTogether);
    for (const auto& [rowCompany, rowId, before, document] : rows) {
      const std::string name =
          comparableName(integration::fromJsonText<integration::HireFields>(document, "a stored member"));
      if (name != before)
        sql.execute("UPDATE people SET name = ? WHERE company = ? AND id = ?", name, rowCompany, rowId);
      company = rowCompany;
      id = rowId;
    }
    more = !rows.empty();
  }
}

}  // namespace host_stub
