#include "services/sqlite_store.hpp"

#include <algorithm>

#include "services/store_limits.hpp"
#include "storage/sql_session.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Commit;
using integration::Committed;
using integration::Entry;
using integration::Op;
using integration::Page;
using integration::Range;
using integration::Store;

constexpr const char* kEntriesUp =
    "SELECT key, value, version FROM entries"
    " WHERE company = ? AND connection = ? AND key >= ? AND key < ? ORDER BY key LIMIT ?";
constexpr const char* kEntriesDown =
    "SELECT key, value, version FROM entries"
    " WHERE company = ? AND connection = ? AND key >= ? AND key < ? ORDER BY key DESC LIMIT ?";

// Bounds are never empty bytes, which would be NULL and compare with nothing: the least key, and more than
// the greatest.
std::string lowerBound(const Range& range) {
  return range.from.empty() ? std::string(1, '\0') : range.from;
}
std::string upperBound(const Range& range) {
  return range.to.empty() ? std::string(Store::kMaxKey + 1, '\xff') : range.to;
}

// `current`: the key's version now. A touch expects by itself that the key is there.
bool holds(const Op& op, integration::Version current) {
  if (op.kind == Op::Kind::touch && current == 0) return false;
  if (op.expect == Op::Expect::absent) return current == 0;
  return op.expect == Op::Expect::any || current == op.version;
}

bool mustRead(const Op& op) {
  return op.expect != Op::Expect::any || op.kind == Op::Kind::touch || op.kind == Op::Kind::add;
}

}  // namespace

std::vector<Entry> SqliteStore::get(std::span<const std::string> keys) {
  checkKeys(keys);
  return database_.read([&](SqlSession& sql) {
    requireReadable(sql, key_);
    std::vector<Entry> entries;
    for (const std::string& key : keys) entries.push_back(find(sql, key));
    return entries;
  });
}

Entry SqliteStore::find(SqlSession& sql, const std::string& key) {
  const auto rows = sql.query<Blob, std::int64_t>(
      "SELECT value, version FROM entries WHERE company = ? AND connection = ? AND key = ?", key_.company,
      key_.connection, Blob{key});
  if (rows.empty()) return {key, {}, 0};
  const auto& [value, version] = rows.front();
  return {key, value.bytes, static_cast<integration::Version>(version)};
}

Page SqliteStore::scan(const Range& range) {
  checkRange(range);
  const Blob from{lowerBound(range)}, to = Blob{upperBound(range)};
  return database_.read([&](SqlSession& sql) {
    requireReadable(sql, key_);
    RowCursor rows(sql, range.reverse ? kEntriesDown : kEntriesUp, key_.company, key_.connection, from, to,
                   std::int64_t{range.limit} + 1);
    Page page;
    for (std::size_t bytes = 0; rows.next();) {
      const std::string_view key = rows.bytes(0), value = rows.bytes(1);
      bytes += key.size() + value.size();
      page.more = page.entries.size() == range.limit || bytes > kMaxBytes;
      if (page.more) break;
      page.entries.push_back(
          {std::string(key), std::string(value), static_cast<integration::Version>(rows.number(2))});
    }
    return page;
  });
}

Committed SqliteStore::commit(const Commit& commit) {
  checkCommit(commit);
  const Committed committed = database_.write([&](SqlSession& sql) { return apply(sql, commit); });
  if (committed.ok() && commit.wakeAt != 0) wakes_.tell(key_, commit.wakeAt);
  return committed;
}

// Reads all before it writes anything: an aborted commit leaves nothing to take back.
Committed SqliteStore::apply(SqlSession& sql, const Commit& commit) {
  ConnectionState state = requireWritable(sql, key_);
  std::vector<Entry> before(commit.ops.size());
  for (std::size_t i = 0; i < commit.ops.size(); ++i) {
    const Op& op = commit.ops[i];
    if (!mustRead(op)) continue;
    before[i] = find(sql, op.key);
    if (!holds(op, before[i].version)) return {Code::aborted, 0, static_cast<std::uint32_t>(i)};
  }
  std::vector<std::string> sums(commit.ops.size());
  for (std::size_t i = 0; i < commit.ops.size(); ++i)
    if (commit.ops[i].kind == Op::Kind::add) sums[i] = addToCounter(before[i], commit.ops[i].delta, i);

  ++state.version;
  if (commit.wakeAt != 0) {
    state.wakeAt = earlier(state.wakeAt, commit.wakeAt);
    if (!fromRunWork_) ++state.seq;
  }
  for (std::size_t i = 0; i < commit.ops.size(); ++i) write(sql, commit.ops[i], sums[i], state.version);
  updateState(sql, key_, state);
  action_.join(sql);
  return {Code::ok, static_cast<integration::Version>(state.version), 0};
}

void SqliteStore::write(SqlSession& sql, const Op& op, const std::string& sum, std::int64_t version) {
  const Blob key{op.key};
  if (op.kind == Op::Kind::remove) {
    sql.execute("DELETE FROM entries WHERE company = ? AND connection = ? AND key = ?", key_.company,
                key_.connection, key);
  } else if (op.kind == Op::Kind::touch) {
    sql.execute("UPDATE entries SET version = ? WHERE company = ? AND connection = ? AND key = ?", version,
                key_.company, key_.connection, key);
  } else {
    sql.execute(
        "INSERT INTO entries (company, connection, key, value, version) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET value = excluded.value, version = excluded.version",
        key_.company, key_.connection, key, Blob{op.kind == Op::Kind::add ? sum : op.value}, version);
  }
}

}  // namespace host_stub
