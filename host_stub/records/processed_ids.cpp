#include "records/processed_ids.hpp"

namespace host_stub {

void ProcessedIds::add(const std::string& company, const std::string& integration,
                       const std::vector<ProcessedId>& ids) {
  database_.write([&](SqlSession& sql) {
    for (const ProcessedId& id : ids)
      sql.execute(
          "INSERT INTO handled (company, integration, source_id, state, at) VALUES (?, ?, ?, ?, ?)"
          " ON CONFLICT DO UPDATE SET state = excluded.state, at = excluded.at WHERE excluded.at >= at",
          company, integration, id.sourceId, id.state, id.at);
  });
}

std::vector<ProcessedId> ProcessedIds::page(const std::string& company, const std::string& integration,
                                            const std::string& after, std::int64_t limit) {
  const auto rows = database_.read([&](SqlSession& sql) {
    return sql.query<std::string, std::string, std::int64_t>(
        "SELECT source_id, state, at FROM handled WHERE company = ? AND integration = ? AND source_id > ?"
        " ORDER BY source_id LIMIT ?",
        company, integration, after, limit);
  });
  std::vector<ProcessedId> ids;
  for (const auto& [sourceId, state, at] : rows) ids.push_back({sourceId, state, at});
  return ids;
}

}  // namespace host_stub
