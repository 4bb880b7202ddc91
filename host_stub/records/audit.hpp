// The audit trail: each action with its actor, kept for the company.
#pragma once

#include <vector>

#include "storage/database.hpp"

namespace host_stub {

// subject: ids of what it was done to; no personal data of hires or people.
struct AuditRecord {
  std::int64_t at = 0;
  std::string actorId;
  std::string actorName;
  std::string action;
  std::string subject;
  std::string id = {};  // "" until it is given one
};

// before: an id, from behind which the list goes on. action: how it begins, such as "connection.". actor: an
// id or a name. "" = any.
struct AuditQuery {
  std::int64_t limit = 100, skip = 0;
  std::string before = {}, action = {}, actor = {};
};

struct AuditPage {
  std::int64_t total = 0;
  std::vector<AuditRecord> data;
};

// [thread-safe]
class Audit {
 public:
  explicit Audit(Database& database) : database_(database) {}

  void append(const std::string& company, const AuditRecord& record);
  // Appends a record that has an id, unless it is kept already.
  void appendOnce(const std::string& company, const AuditRecord& record);
  // Within a transaction of the caller's: durable together with what it tells of. Changes nothing if a record
  // of this id is kept already.
  static void append(SqlSession& sql, const std::string& company, const AuditRecord& record);
  AuditPage list(const std::string& company, const AuditQuery& query);  // newest first

 private:
  Database& database_;
};

}  // namespace host_stub
