// The durable state of one connection, in host.db: implements integration::Store, whose header says what it
// promises.
#pragma once

#include "integration/store.hpp"
#include "records/audited_action.hpp"
#include "storage/work_schedule.hpp"

namespace host_stub {

// Made for each call. For a deleted connection, reads throw notFound, commits permissionDenied. [thread-safe]
class SqliteStore : public integration::Store {
 public:
  // fromRunWork: the call is a run_work, which says itself when it wants to run next, see
  // WorkSchedule::finished. action: joins the commits, so an audited call may not commit and then refuse.
  SqliteStore(Database& database, WorkSchedule& wakes, ConnectionKey key, bool fromRunWork,
              AuditedAction action = {})
      : database_(database),
        wakes_(wakes),
        key_(std::move(key)),
        fromRunWork_(fromRunWork),
        action_(std::move(action)) {}

  using Store::get;
  std::vector<integration::Entry> get(std::span<const std::string> keys) override;
  integration::Page scan(const integration::Range& range) override;
  integration::Committed commit(const integration::Commit& commit) override;

 private:
  integration::Committed apply(SqlSession& sql, const integration::Commit& commit);
  integration::Entry find(SqlSession& sql, const std::string& key);
  void write(SqlSession& sql, const integration::Op& op, const std::string& sum, std::int64_t version);

  Database& database_;
  WorkSchedule& wakes_;
  const ConnectionKey key_;
  const bool fromRunWork_;
  const AuditedAction action_;
};

}  // namespace host_stub
