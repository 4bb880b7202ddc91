#include "services/store_limits.hpp"

#include <unordered_set>

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using integration::Op;
using integration::Store;

[[noreturn]] void refuse(const std::string& what) {
  throw Failure(Code::invalidArgument, what);
}

void require(bool holds, const std::string& what) {
  if (!holds) refuse(what);
}

std::string ofOp(std::size_t index) {
  return "op " + std::to_string(index) + ": ";
}

bool isKey(const std::string& key) {
  return !key.empty() && key.size() <= Store::kMaxKey;
}

constexpr const char* kKeyRule = "a key has 1 to 256 bytes";

}  // namespace

void checkKeys(std::span<const std::string> keys) {
  require(keys.size() <= Store::kMaxKeys,
          "get takes at most 128 keys, not " + std::to_string(keys.size()) + ": ask in parts");
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (!isKey(keys[i])) refuse("key " + std::to_string(i) + ": " + kKeyRule);
}

void checkRange(const integration::Range& range) {
  require(range.limit >= 1 && range.limit <= Store::kMaxScan,
          "scan takes a limit of 1 to 1000, not " + std::to_string(range.limit));
}

void checkCommit(const integration::Commit& commit) {
  require(commit.ops.size() <= Store::kMaxOps,
          "a commit has at most 128 ops, not " + std::to_string(commit.ops.size()) + ": make it in steps");
  require(commit.wakeAt >= 0, "wakeAt is a time in Unix ms, or 0");
  std::unordered_set<std::string_view> seen;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < commit.ops.size(); ++i) {
    const Op& op = commit.ops[i];
    if (!isKey(op.key)) refuse(ofOp(i) + kKeyRule);
    if (!seen.insert(op.key).second) refuse(ofOp(i) + "its key occurs twice in this commit");
    if (op.kind < Op::Kind::put || op.kind > Op::Kind::add) refuse(ofOp(i) + "its kind is unknown");
    if (op.expect < Op::Expect::any || op.expect > Op::Expect::version)
      refuse(ofOp(i) + "its expectation is unknown");
    const std::size_t value = op.kind == Op::Kind::put ? op.value.size() : 0;
    if (value > Store::kMaxValue) refuse(ofOp(i) + "a value has at most 256 KiB");
    bytes += op.key.size() + value;
    if (bytes > Store::kMaxBytes)
      refuse(ofOp(i) + "keys and values of a commit have at most 1 MiB together: make it in steps");
  }
}

std::string addToCounter(const integration::Entry& before, std::int64_t delta, std::size_t opIndex) {
  std::uint64_t bits = 0;
  if (before.present()) {
    if (before.value.size() != 8)
      refuse(ofOp(opIndex) + "add needs a value of 8 bytes, which this key's isn't");
    for (std::size_t i = 8; i-- > 0;) bits = bits << 8 | static_cast<unsigned char>(before.value[i]);
  }
  std::int64_t sum = 0;
  if (__builtin_add_overflow(static_cast<std::int64_t>(bits), delta, &sum))
    refuse(ofOp(opIndex) + "the sum is out of the range of an int64");
  std::string value(8, '\0');
  for (std::size_t i = 0; i < 8; ++i)
    value[i] = static_cast<char>(static_cast<std::uint64_t>(sum) >> (8 * i));
  return value;
}

}  // namespace host_stub
