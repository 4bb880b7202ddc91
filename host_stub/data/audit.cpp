#include "data/audit.hpp"

#include "data/random.hpp"

namespace host_stub {

void Audit::append(const std::string& company, const AuditRecord& record) {
  database_.write([&](SqlSession& sql) { append(sql, company, record); });
}

void Audit::append(SqlSession& sql, const std::string& company, const AuditRecord& record) {
  sql.execute(
      "INSERT INTO audit (company, id, at, actor_id, actor_name, action, subject) VALUES (?, ?, ?, ?, ?, ?, "
      "?)",
      company, newId(record.at), record.at, record.actorId, record.actorName, record.action, record.subject);
}

AuditPage Audit::list(const std::string& company, std::int64_t limit, std::int64_t skip) {
  return database_.read([&](SqlSession& sql) {
    AuditPage page;
    page.total =
        std::get<0>(sql.query<std::int64_t>("SELECT count(*) FROM audit WHERE company = ?", company).front());
    const auto rows = sql.query<std::int64_t, std::string, std::string, std::string, std::string>(
        "SELECT at, actor_id, actor_name, action, subject FROM audit WHERE company = ? ORDER BY id DESC"
        " LIMIT ? OFFSET ?",
        company, limit, skip);
    for (const auto& [at, actorId, actorName, action, subject] : rows)
      page.data.push_back({at, actorId, actorName, action, subject});
    return page;
  });
}

}  // namespace host_stub
