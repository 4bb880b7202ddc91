#include "integration/testing/fake_store.hpp"

#include <algorithm>
#include <cstring>
#include <set>

namespace integration::test {
namespace {

// The words are put together only where they are needed: limits are checked at every call.
[[noreturn]] void refuse(const std::string& what) {
  throw Failure(Code::invalidArgument, what);
}

[[noreturn]] void refuseOp(std::size_t index, const std::string& why) {
  refuse("op " + std::to_string(index) + ": " + why);
}

bool isKey(const std::string& key) {
  return !key.empty() && key.size() <= Store::kMaxKey;
}

std::string keyRule() {
  return "a key has 1 to " + std::to_string(Store::kMaxKey) + " bytes";
}

void checkLimits(const Commit& commit) {
  if (commit.wakeAt < 0) refuse("wakeAt is negative");
  if (commit.ops.size() > Store::kMaxOps)
    refuse("a commit has at most " + std::to_string(Store::kMaxOps) + " ops");
  std::size_t bytes = 0;
  std::set<std::string_view> keys;
  for (std::size_t i = 0; i < commit.ops.size(); ++i) {
    const Op& op = commit.ops[i];
    if (op.kind < Op::Kind::put || op.kind > Op::Kind::add) refuseOp(i, "its kind is unknown");
    if (op.expect < Op::Expect::any || op.expect > Op::Expect::version)
      refuseOp(i, "its expectation is unknown");
    if (!isKey(op.key)) refuseOp(i, keyRule());
    if (op.value.size() > Store::kMaxValue)
      refuseOp(i, "a value has at most " + std::to_string(Store::kMaxValue) + " bytes");
    if (!keys.insert(op.key).second) refuseOp(i, "its key stands in the commit already");
    bytes += op.key.size() + op.value.size();
    if (bytes > Store::kMaxBytes)
      refuseOp(i, "a commit has at most " + std::to_string(Store::kMaxBytes) + " bytes");
  }
}

bool holds(const Op& op, const Entry& entry) {
  if (op.kind == Op::Kind::touch && !entry.present()) return false;
  switch (op.expect) {
    case Op::Expect::any:
      return true;
    case Op::Expect::absent:
      return !entry.present();
    case Op::Expect::version:
      return entry.present() && entry.version == op.version;
  }
  return false;
}

// Eight bytes, little-endian.
std::string sum(const Entry& entry, std::int64_t delta, std::size_t index) {
  if (entry.present() && entry.value.size() != 8) refuseOp(index, "add needs a value of 8 bytes");
  std::uint64_t bits = 0;
  for (std::size_t i = 0; entry.present() && i < 8; ++i)
    bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(entry.value[i])) << (8 * i);
  std::int64_t total = 0;
  if (__builtin_add_overflow(static_cast<std::int64_t>(bits), delta, &total))
    refuseOp(index, "the sum is beyond 64 bits");
  std::string value(8, '\0');
  for (std::size_t i = 0; i < 8; ++i)
    value[i] = static_cast<char>(static_cast<std::uint64_t>(total) >> (8 * i));
  return value;
}

}  // namespace

std::vector<Entry> FakeStore::get(std::span<const std::string> keys) {
  const std::lock_guard lock(mutex_);
  begin();
  if (keys.size() > kMaxKeys) refuse("at most " + std::to_string(kMaxKeys) + " keys at once");
  std::vector<Entry> found;
  found.reserve(keys.size());
  for (const std::string& key : keys) {
    if (!isKey(key)) refuse("key " + std::to_string(found.size()) + ": " + keyRule());
    found.push_back(entryFor(key));
  }
  return found;
}

Page FakeStore::scan(const Range& range) {
  const std::lock_guard lock(mutex_);
  begin();
  // A bound has one byte more than a key: a scan goes on from the last key seen and a zero byte.
  if (range.from.size() > kMaxKey + 1 || range.to.size() > kMaxKey + 1)
    refuse("a bound has at most " + std::to_string(kMaxKey + 1) + " bytes");
  if (range.limit < 1 || range.limit > kMaxScan)
    refuse("the limit must be from 1 to " + std::to_string(kMaxScan));
  Page page;
  if (!range.to.empty() && range.to <= range.from) return page;
  const auto first = entries_.lower_bound(range.from);
  const auto last = range.to.empty() ? entries_.end() : entries_.lower_bound(range.to);
  std::size_t bytes = 0;
  auto take = [&](const Entry& entry) {
    bytes += entry.key.size() + entry.value.size();
    page.more = page.entries.size() == range.limit || (bytes > kMaxBytes && !page.entries.empty());
    if (!page.more) page.entries.push_back(entry);
    return !page.more;
  };
  if (range.reverse) {
    for (auto at = last; at != first;)
      if (!take((--at)->second)) break;
  } else {
    for (auto at = first; at != last; ++at)
      if (!take(at->second)) break;
  }
  return page;
}

Committed FakeStore::commit(const Commit& commit) {
  const std::lock_guard lock(mutex_);
  begin();
  checkLimits(commit);
  for (std::size_t i = 0; i < commit.ops.size(); ++i)
    if (!holds(commit.ops[i], entryFor(commit.ops[i].key)))
      return {Code::aborted, 0, static_cast<std::uint32_t>(i)};

  std::vector<std::string> sums(commit.ops.size());
  for (std::size_t i = 0; i < commit.ops.size(); ++i)
    if (commit.ops[i].kind == Op::Kind::add)
      sums[i] = sum(entryFor(commit.ops[i].key), commit.ops[i].delta, i);

  ++version_;
  for (std::size_t i = 0; i < commit.ops.size(); ++i) {
    const Op& op = commit.ops[i];
    switch (op.kind) {
      case Op::Kind::put:
        entries_[op.key] = {op.key, op.value, version_};
        break;
      case Op::Kind::remove:
        entries_.erase(op.key);
        break;
      case Op::Kind::touch:
        entries_[op.key].version = version_;
        break;
      case Op::Kind::add:
        entries_[op.key] = {op.key, sums[i], version_};
        break;
    }
  }
  if (commit.wakeAt != 0) wakeAt_ = wakeAt_ == 0 ? commit.wakeAt : std::min(wakeAt_, commit.wakeAt);
  ++commits_;
  if (std::exchange(loseNextAnswer_, false))
    throw Failure(Code::unknown, "the store's answer was lost on purpose");
  return {Code::ok, version_, 0};
}

std::int64_t FakeStore::wakeAt() const {
  const std::lock_guard lock(mutex_);
  return wakeAt_;
}

void FakeStore::finished(std::int64_t nextAt) {
  const std::lock_guard lock(mutex_);
  wakeAt_ = nextAt;
}

void FakeStore::failNext(Code code, std::string message) {
  const std::lock_guard lock(mutex_);
  failNext_.emplace(code, std::move(message));
}

void FakeStore::loseNextAnswer() {
  const std::lock_guard lock(mutex_);
  loseNextAnswer_ = true;
}

std::vector<Entry> FakeStore::entries() const {
  const std::lock_guard lock(mutex_);
  std::vector<Entry> all;
  for (const auto& [key, entry] : entries_) all.push_back(entry);
  return all;
}

std::uint64_t FakeStore::commits() const {
  const std::lock_guard lock(mutex_);
  return commits_;
}

std::uint64_t FakeStore::calls() const {
  const std::lock_guard lock(mutex_);
  return calls_;
}

void FakeStore::begin() {
  ++calls_;
  if (failNext_) throw *std::exchange(failNext_, std::nullopt);
}

Entry FakeStore::entryFor(const std::string& key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? Entry{key, {}, 0} : found->second;
}

}  // namespace integration::test
