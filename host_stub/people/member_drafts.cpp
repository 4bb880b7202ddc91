#include "people/member_drafts.hpp"

#include "integration/describe_json.hpp"

namespace host_stub {
namespace {

MemberDetails find(SqlSession& sql, const ConnectionKey& key, const std::string& sourceId) {
  const auto rows = sql.query<std::string>(
      "SELECT document FROM member_drafts WHERE company = ? AND connection = ? AND source_id = ?",
      key.company, key.connection, sourceId);
  if (rows.empty()) return {};
  return integration::fromJsonText<MemberDetails>(std::get<0>(rows.front()), "a stored draft");
}

void erase(SqlSession& sql, const ConnectionKey& key, const std::string& sourceId) {
  sql.execute("DELETE FROM member_drafts WHERE company = ? AND connection = ? AND source_id = ?", key.company,
              key.connection, sourceId);
}

}  // namespace

MemberDetails MemberDrafts::get(const ConnectionKey& key, const std::string& sourceId) {
  return database_.read([&](SqlSession& sql) { return find(sql, key, sourceId); });
}

void MemberDrafts::put(const ConnectionKey& key, const std::string& sourceId, const MemberDetails& details) {
  const std::string document = integration::toJsonText(details);
  database_.write([&](SqlSession& sql) {
    requireWritable(sql, key);
    erase(sql, key, sourceId);
    if (details != MemberDetails{})
      sql.execute("INSERT INTO member_drafts (company, connection, source_id, document) VALUES (?, ?, ?, ?)",
                  key.company, key.connection, sourceId, document);
  });
}

void MemberDrafts::remove(const ConnectionKey& key, const std::string& sourceId) {
  database_.write([&](SqlSession& sql) { erase(sql, key, sourceId); });
}

std::map<ConnectionKey, std::set<std::string>> MemberDrafts::all() {
  std::map<ConnectionKey, std::set<std::string>> found;
  database_.read([&](SqlSession& sql) {
    for (const auto& [company, connection, sourceId] : sql.query<std::string, std::string, std::string>(
             "SELECT company, connection, source_id FROM member_drafts"))
      found[{company, connection}].insert(sourceId);
  });
  return found;
}

MemberDetails takeDraft(SqlSession& sql, const ConnectionKey& key, const std::string& sourceId) {
  MemberDetails draft = find(sql, key, sourceId);
  erase(sql, key, sourceId);
  return draft;
}

}  // namespace host_stub
