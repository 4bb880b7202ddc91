#include "records/audit.hpp"

#include "storage/random.hpp"

namespace host_stub {

void Audit::append(const std::string& company, const AuditRecord& record) {
  database_.write([&](SqlSession& sql) { append(sql, company, record); });
}

void Audit::append(SqlSession& sql, const std::string& company, const AuditRecord& record) {
  sql.execute(
      "INSERT INTO audit (company, id, at, actor_id, actor_name, action, subject) VALUES (?, ?, ?, ?, ?, ?, "
      "?)"
      " ON CONFLICT DO NOTHING",
      company, record.id.empty() ? newId(record.at) : record.id, record.at, record.actorId, record.actorName,
      record.action, record.subject);
}

void Audit::appendOnce(const std::string& company, const AuditRecord& record) {
  const bool isKept = database_.read([&](SqlSession& sql) {
    return !sql.query<std::int64_t>("SELECT 1 FROM audit WHERE company = ? AND id = ?", company, record.id)
                .empty();
  });
  if (!isKept) append(company, record);
}

AuditPage Audit::list(const std::string& company, const AuditQuery& query) {
  return database_.read([&](SqlSession& sql) {
    AuditPage page;
    page.total = std::get<0>(sql.query<std::int64_t>("SELECT count(*) FROM audit WHERE company = ?1"
                                                     " AND substr(action, 1, length(?2)) = ?2"
                                                     " AND (?3 = '' OR actor_id = ?3 OR actor_name = ?3)",
                                                     company, query.action, query.actor)
                                 .front());
    const auto rows =
        sql.query<std::string, std::int64_t, std::string, std::string, std::string, std::string>(
            "SELECT id, at, actor_id, actor_name, action, subject FROM audit WHERE company = ?1"
            " AND substr(action, 1, length(?2)) = ?2 AND (?3 = '' OR actor_id = ?3 OR actor_name = ?3)"
            " AND (?4 = '' OR id < ?4) ORDER BY id DESC LIMIT ?5 OFFSET ?6",
            company, query.action, query.actor, query.before, query.limit, query.skip);
    for (const auto& [id, at, actorId, actorName, action, subject] : rows)
      page.data.push_back({at, actorId, actorName, action, subject, id});
    return page;
  });
}

}  // namespace host_stub
