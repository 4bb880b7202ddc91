// The durable state of one connection: a transactional ordered key-value store (abi.h, "store").
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "integration/status.hpp"

namespace integration {

using Version = std::uint64_t;  // opaque, 0 = absent; only equality means anything

struct Entry {
  std::string key;
  std::string value;
  Version version = 0;

  bool present() const { return version != 0; }
};

// from <= key < to; an empty `to` has no end.
struct Range {
  std::string from;
  std::string to;
  bool reverse = false;
  std::uint32_t limit = 1000;

  static Range prefix(std::string_view prefix);
};

struct Page {
  std::vector<Entry> entries;
  bool more = false;
};

struct Op {
  enum class Kind : std::int32_t { put = 1, remove = 2, touch = 3, add = 4 };
  enum class Expect : std::int32_t { any = 0, absent = 1, version = 2 };

  Kind kind = Kind::put;
  std::string key;
  std::string value;
  std::int64_t delta = 0;
  Expect expect = Expect::any;
  Version version = 0;

  static Op put(std::string key, std::string value) { return {Kind::put, std::move(key), std::move(value)}; }
  static Op remove(std::string key) { return {Kind::remove, std::move(key), {}}; }
  static Op touch(std::string key) { return {Kind::touch, std::move(key), {}}; }
  static Op add(std::string key, std::int64_t delta) { return {Kind::add, std::move(key), {}, delta}; }

  // The op happens only if the key is as it was read: of this version, absent if that is 0.
  Op&& ifVersion(Version read) && {
    expect = read == 0 ? Expect::absent : Expect::version;
    version = read;
    return std::move(*this);
  }
};

struct Commit {
  std::vector<Op> ops;
  std::int64_t wakeAt = 0;  // Unix ms, 0 = none: run_work is due then, as durably as the ops
};

// ok: durable, `version` is that of every key written. aborted: nothing happened, `failedIndex` names the op
// whose expectation didn't hold. Any other outcome is thrown: see Store::commit.
struct Committed {
  Code code = Code::ok;
  Version version = 0;
  std::uint32_t failedIndex = 0;

  bool ok() const { return code == Code::ok; }
};

// Thread-safe. Lives as long as the call that it was given with. Errors are thrown as Failure.
class Store {
 public:
  static constexpr std::size_t kMaxKey = 256;
  static constexpr std::size_t kMaxValue = 256 * 1024;
  static constexpr std::size_t kMaxOps = 128;
  static constexpr std::size_t kMaxKeys = 128;
  static constexpr std::uint32_t kMaxScan = 1000;
  static constexpr std::size_t kMaxBytes = 1024 * 1024;

  virtual ~Store() = default;

  // Returns one entry per key, in the order asked, from one snapshot.
  virtual std::vector<Entry> get(std::span<const std::string> keys) = 0;
  virtual Page scan(const Range& range) = 0;
  // Throws invalidArgument, resourceExhausted or permissionDenied if certainly nothing happened. After any
  // other Failure it is unknown whether the commit happened: read again.
  [[nodiscard]] virtual Committed commit(const Commit& commit) = 0;

  Entry get(const std::string& key) { return get(std::span(&key, 1)).front(); }
};

inline Range Range::prefix(std::string_view prefix) {
  Range range{std::string(prefix), std::string(prefix)};
  while (!range.to.empty() && static_cast<unsigned char>(range.to.back()) == 0xff) range.to.pop_back();
  if (!range.to.empty()) range.to.back() = static_cast<char>(static_cast<unsigned char>(range.to.back()) + 1);
  return range;
}

}  // namespace integration
