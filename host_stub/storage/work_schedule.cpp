#include "storage/work_schedule.hpp"

#include <algorithm>
#include <mutex>

namespace host_stub {

using integration::Code;
using integration::Failure;

std::int64_t earlier(std::int64_t a, std::int64_t b) {
  if (a == 0 || b == 0) return std::max(a, b);
  return std::min(a, b);
}

std::vector<DueWork> WorkSchedule::due(std::int64_t now, std::int64_t limit) {
  const auto rows = database_.read([&](SqlSession& sql) {
    return sql.query<std::string, std::string, std::int64_t, std::int64_t>(
        "SELECT company, connection, wake_at, seq FROM (SELECT company, connection, wake_at, seq,"
        " row_number() OVER (PARTITION BY company ORDER BY wake_at) AS turn FROM connection_state"
        " WHERE wake_at <> 0 AND wake_at <= ?) WHERE turn <= ? ORDER BY wake_at LIMIT ?",
        now, kOfOneCompany, limit);
  });
  std::vector<DueWork> wakes;
  for (const auto& [company, connection, wakeAt, seq] : rows)
    wakes.push_back({{company, connection}, wakeAt, seq});
  return wakes;
}

std::optional<std::int64_t> WorkSchedule::next() {
  const auto rows = database_.read([](SqlSession& sql) {
    return sql.query<std::int64_t>(
        "SELECT wake_at FROM connection_state WHERE wake_at <> 0 ORDER BY wake_at LIMIT 1");
  });
  if (rows.empty()) return std::nullopt;
  return std::get<0>(rows.front());
}

std::int64_t WorkSchedule::seq(const ConnectionKey& key) {
  const auto state = database_.read([&](SqlSession& sql) { return findState(sql, key); });
  if (!state) throw Failure(Code::notFound, "the connection " + key.connection + " is deleted");
  return state->seq;
}

void WorkSchedule::finished(const ConnectionKey& key, std::int64_t seqAtStart, std::int64_t nextAt) {
  database_.write([&](SqlSession& sql) {
    auto state = findState(sql, key);
    if (!state) return;
    state->wakeAt = state->seq == seqAtStart ? nextAt : earlier(state->wakeAt, nextAt);
    updateState(sql, key, *state);
  });
}

void WorkSchedule::allDue(std::int64_t now) {
  database_.write([&](SqlSession& sql) {
    sql.execute("UPDATE connection_state SET wake_at = ? WHERE wake_at > ?", now, now);
  });
}

void WorkSchedule::listen(Listener listener) {
  const std::unique_lock lock(mutex_);
  listener_ = std::move(listener);
}

void WorkSchedule::tell(const ConnectionKey& key, std::int64_t wakeAt) {
  const std::shared_lock lock(mutex_);
  if (listener_) listener_(key, wakeAt);
}

}  // namespace host_stub
