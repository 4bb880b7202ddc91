// The suite that every implementation of integration::Store must pass. A test program includes this header
// and adds
//   INSTANTIATE_TEST_SUITE_P(Sqlite, StoreSuite, testing::Values(StoreMaker{"sqlite", makeWorld}));
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstring>
#include <functional>
#include <memory>
#include <ostream>
#include <set>
#include <thread>

#include "integration/store.hpp"

namespace store_suite {

using integration::Code;
using integration::Commit;
using integration::Committed;
using integration::Entry;
using integration::Failure;
using integration::Op;
using integration::Page;
using integration::Range;
using integration::Store;
using integration::Version;

// The stores of two connections, empty at first.
class StoreWorld {
 public:
  virtual ~StoreWorld() = default;
  virtual Store& store() = 0;
  virtual Store& other() = 0;  // of another connection of the same company
  virtual void restart() = 0;  // restarts the host; earlier references become invalid
};

struct StoreMaker {
  const char* name;
  std::unique_ptr<StoreWorld> (*make)();
};
inline void PrintTo(const StoreMaker& maker, std::ostream* out) {
  *out << maker.name;
}

class StoreSuite : public testing::TestWithParam<StoreMaker> {
 protected:
  Store& store() { return world_->store(); }
  Store& other() { return world_->other(); }
  void restart() { world_->restart(); }

  static Committed run(Store& store, std::vector<Op> ops) { return store.commit({std::move(ops), 0}); }
  Committed run(std::vector<Op> ops) { return run(store(), std::move(ops)); }
  Version put(const std::string& key, const std::string& value) {
    const Committed committed = run({Op::put(key, value)});
    EXPECT_TRUE(committed.ok());
    return committed.version;
  }
  std::vector<std::string> keysOf(const Range& range) {
    std::vector<std::string> keys;
    for (const Entry& entry : store().scan(range).entries) keys.push_back(entry.key);
    return keys;
  }
  // Expects that the call is refused with a message that contains `naming`, and that the store stays empty.
  void expectRefused(const std::function<void()>& call, const std::string& naming) {
    try {
      call();
      ADD_FAILURE() << "was not refused";
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Code::invalidArgument);
      EXPECT_THAT(failure.error().message, testing::HasSubstr(naming));
    }
    EXPECT_TRUE(store().scan({}).entries.empty());
  }

 private:
  std::unique_ptr<StoreWorld> world_ = GetParam().make();
};

inline std::string counter(std::int64_t number) {
  std::string bytes(8, '\0');
  for (std::size_t i = 0; i < 8; ++i)
    bytes[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
  return bytes;
}

inline std::string numbered(const char* prefix, std::size_t number) {
  const std::string digits = std::to_string(number);
  return prefix + std::string(5 - digits.size(), '0') + digits;
}

// ---- One key

TEST_P(StoreSuite, WhatWasPutIsReadBackWithItsVersion) {
  const Version version = put("key", "value");
  const Entry entry = store().get("key");
  EXPECT_EQ(entry.key, "key");
  EXPECT_EQ(entry.value, "value");
  EXPECT_EQ(entry.version, version);
  EXPECT_TRUE(entry.present());
}

TEST_P(StoreSuite, AnAbsentKeyHasVersionZeroAndNoValue) {
  const Entry entry = store().get("key");
  EXPECT_FALSE(entry.present());
  EXPECT_EQ(entry.value, "");
}

TEST_P(StoreSuite, AnEmptyValueIsPresent) {
  put("key", "");
  EXPECT_TRUE(store().get("key").present());
  EXPECT_EQ(store().get("key").value, "");
  ASSERT_EQ(store().scan({}).entries.size(), 1u);
  EXPECT_EQ(store().scan({}).entries[0].value, "");
}

TEST_P(StoreSuite, KeysAndValuesAreAnyBytes) {
  const std::string key("a\0\xff\x80z", 5), value("\0\xff\xfe\0", 4);
  put(key, value);
  EXPECT_EQ(store().get(key).value, value);
  EXPECT_FALSE(store().get("a").present());
  EXPECT_THAT(keysOf({}), testing::ElementsAre(key));
}

TEST_P(StoreSuite, TheLongestKeyAndTheLargestValueAreTaken) {
  const std::string key(Store::kMaxKey, '\xff'), value(Store::kMaxValue, 'v');
  put(key, value);
  EXPECT_EQ(store().get(key).value, value);
  EXPECT_THAT(keysOf({}), testing::ElementsAre(key));
}

TEST_P(StoreSuite, ARemovedKeyIsAbsentAndRemovingItAgainIsFine) {
  put("key", "value");
  EXPECT_TRUE(run({Op::remove("key")}).ok());
  EXPECT_FALSE(store().get("key").present());
  EXPECT_TRUE(run({Op::remove("key")}).ok());
}

// ---- Versions

TEST_P(StoreSuite, EveryWriteGivesANewVersionEvenOfTheSameValue) {
  std::set<Version> seen;
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(seen.insert(put("key", "same")).second);
}

TEST_P(StoreSuite, VersionIsNeverReusedEvenAfterRestart) {
  std::set<Version> seen{put("key", "1")};
  EXPECT_TRUE(run({Op::remove("key")}).ok());
  EXPECT_TRUE(seen.insert(put("key", "1")).second);
  EXPECT_TRUE(run({Op::remove("key")}).ok());
  restart();
  EXPECT_TRUE(seen.insert(put("key", "1")).second);
}

TEST_P(StoreSuite, AllKeysOfACommitShareItsVersion) {
  put("touched", "t");
  const Committed committed = run({Op::put("put", "p"), Op::touch("touched"), Op::add("added", 1)});
  ASSERT_TRUE(committed.ok());
  for (const char* key : {"put", "touched", "added"})
    EXPECT_EQ(store().get(key).version, committed.version) << key;
}

TEST_P(StoreSuite, TouchGivesANewVersionAndKeepsTheValue) {
  const Version before = put("key", "value");
  const Committed committed = run({Op::touch("key")});
  EXPECT_TRUE(committed.ok());
  EXPECT_NE(committed.version, before);
  EXPECT_EQ(store().get("key").value, "value");
}

// ---- Expectations

TEST_P(StoreSuite, ACommitWithAStaleVersionChangesNothing) {
  const Version stale = put("key", "1");
  put("key", "2");
  const Committed committed = run({Op::put("first", "x"), Op::put("key", "3").ifVersion(stale)});
  EXPECT_EQ(committed.code, Code::aborted);
  EXPECT_EQ(committed.failedIndex, 1u);
  EXPECT_EQ(store().get("key").value, "2");
  EXPECT_FALSE(store().get("first").present());
}

TEST_P(StoreSuite, ACommitWithTheVersionReadGoesThrough) {
  const Version version = put("key", "1");
  EXPECT_TRUE(run({Op::put("key", "2").ifVersion(version)}).ok());
  EXPECT_EQ(store().get("key").value, "2");
}

TEST_P(StoreSuite, AnExpectationMayGuardAnyKindOfOp) {
  const Version stale = put("key", counter(1));
  put("key", counter(2));
  EXPECT_EQ(run({Op::remove("key").ifVersion(stale)}).code, Code::aborted);
  EXPECT_EQ(run({Op::touch("key").ifVersion(stale)}).code, Code::aborted);
  EXPECT_EQ(run({Op::add("key", 1).ifVersion(stale)}).code, Code::aborted);
  EXPECT_EQ(run({Op::add("key", 1).ifVersion(0)}).code, Code::aborted);
  EXPECT_EQ(store().get("key").value, counter(2));
}

TEST_P(StoreSuite, ExpectingAbsenceHoldsOnlyWhereTheKeyIsAbsent) {
  EXPECT_TRUE(run({Op::put("key", "1").ifVersion(0)}).ok());
  EXPECT_EQ(run({Op::put("key", "2").ifVersion(0)}).code, Code::aborted);
  EXPECT_TRUE(run({Op::remove("key")}).ok());
  EXPECT_TRUE(run({Op::put("key", "3").ifVersion(0)}).ok());
}

TEST_P(StoreSuite, TheVersionOfARemovedKeyHoldsNoMore) {
  const Version version = put("key", "1");
  EXPECT_TRUE(run({Op::remove("key")}).ok());
  EXPECT_EQ(run({Op::put("key", "2").ifVersion(version)}).code, Code::aborted);
  put("key", "1");
  EXPECT_EQ(run({Op::put("key", "2").ifVersion(version)}).code, Code::aborted);
}

TEST_P(StoreSuite, TouchingAnAbsentKeyAbortsTheCommit) {
  const Committed committed = run({Op::put("a", "1"), Op::touch("absent")});
  EXPECT_EQ(committed.code, Code::aborted);
  EXPECT_EQ(committed.failedIndex, 1u);
  EXPECT_FALSE(store().get("a").present());
}

TEST_P(StoreSuite, TheFirstOpWhoseExpectationFailsIsNamed) {
  put("a", "1");
  put("b", "1");
  const Committed committed =
      run({Op::put("c", "1").ifVersion(0), Op::put("a", "2").ifVersion(0), Op::touch("none")});
  EXPECT_EQ(committed.failedIndex, 1u);
}

// ---- Counters

TEST_P(StoreSuite, AddStartsAtZeroInLittleEndian) {
  EXPECT_TRUE(run({Op::add("count", 258)}).ok());
  EXPECT_EQ(store().get("count").value, std::string("\x02\x01\0\0\0\0\0\0", 8));
  EXPECT_TRUE(run({Op::add("count", -300)}).ok());
  EXPECT_EQ(store().get("count").value, counter(-42));
}

TEST_P(StoreSuite, AddRefusesAValueThatIsNoCounter) {
  put("text", "four");
  EXPECT_THROW(std::ignore = run({Op::put("a", "1"), Op::add("text", 1)}), Failure);
  EXPECT_EQ(store().get("text").value, "four");
  EXPECT_FALSE(store().get("a").present());
}

TEST_P(StoreSuite, AddRefusesToOverflowEitherWay) {
  put("high", counter(INT64_MAX));
  put("low", counter(INT64_MIN));
  for (const Op& op : {Op::add("high", 1), Op::add("low", -1)}) {
    try {
      std::ignore = run({Op::put("a", "1"), op});
      ADD_FAILURE() << op.key;
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Code::invalidArgument);
      EXPECT_THAT(failure.error().message, testing::HasSubstr("op 1"));
    }
  }
  EXPECT_EQ(store().get("high").value, counter(INT64_MAX));
  EXPECT_FALSE(store().get("a").present());
}

// ---- Limits

TEST_P(StoreSuite, EmptyOrTooLongKeyIsRefusedWithOpIndex) {
  expectRefused([&] { std::ignore = run({Op::put("ok", "1"), Op::put("", "1")}); }, "op 1");
  expectRefused([&] { std::ignore = run({Op::put(std::string(257, 'k'), "1")}); }, "op 0");
  expectRefused([&] { std::ignore = store().get(std::string()); }, "key 0");
}

TEST_P(StoreSuite, ATooLargeValueIsRefusedWithTheOpsIndex) {
  expectRefused(
      [&] {
        std::ignore = run({Op::put("ok", "1"), Op::put("key", std::string(Store::kMaxValue + 1, 'v'))});
      },
      "op 1");
}

TEST_P(StoreSuite, DuplicateKeyIsRefusedWithSecondIndex) {
  expectRefused([&] { std::ignore = run({Op::put("a", "1"), Op::put("b", "1"), Op::remove("a")}); }, "op 2");
}

TEST_P(StoreSuite, ACommitTakes128OpsAndNoMore) {
  std::vector<Op> ops;
  for (std::size_t i = 0; i <= Store::kMaxOps; ++i) ops.push_back(Op::put(numbered("k", i), "v"));
  expectRefused([&] { std::ignore = run(ops); }, "128");
  ops.pop_back();
  EXPECT_TRUE(run(ops).ok());
}

TEST_P(StoreSuite, ACommitTakesOneMebibyteAndNoMore) {
  std::vector<Op> ops;
  for (std::size_t i = 0; i < 4; ++i)
    ops.push_back(Op::put(numbered("", i), std::string(Store::kMaxValue - 5, 'v')));
  ops.push_back(Op::put("k", ""));
  expectRefused([&] { std::ignore = run(ops); }, "op 4");
  ops.pop_back();
  EXPECT_TRUE(run(ops).ok());
}

TEST_P(StoreSuite, AnUnknownKindOrExpectationIsRefused) {
  Op kind = Op::put("key", "1"), expectation = Op::put("key", "1");
  kind.kind = static_cast<Op::Kind>(9);
  expectation.expect = static_cast<Op::Expect>(9);
  expectRefused([&] { std::ignore = run({kind}); }, "op 0");
  expectRefused([&] { std::ignore = run({expectation}); }, "op 0");
}

TEST_P(StoreSuite, GetTakesUpTo128KeysAndKeepsTheirOrder) {
  put("b", "2");
  put("a", "1");
  std::vector<std::string> keys{"b", "none", "a", "b"};
  const auto entries = store().get(std::span<const std::string>(keys));
  ASSERT_EQ(entries.size(), 4u);
  EXPECT_EQ(entries[0].value, "2");
  EXPECT_EQ(entries[1].key, "none");
  EXPECT_FALSE(entries[1].present());
  EXPECT_EQ(entries[2].value, "1");
  EXPECT_EQ(entries[3].value, "2");
  keys.assign(Store::kMaxKeys, "a");
  EXPECT_EQ(store().get(std::span<const std::string>(keys)).size(), Store::kMaxKeys);
  keys.emplace_back("a");
  EXPECT_THROW(store().get(std::span<const std::string>(keys)), Failure);
}

// ---- Scans

TEST_P(StoreSuite, KeysAreOrderedAsUnsignedBytes) {
  const std::vector<std::string> ordered{std::string(1, '\0'),
                                         std::string("\0\0", 2),
                                         std::string("\0a", 2),
                                         "A",
                                         "a",
                                         std::string("a\0", 2),
                                         "aa",
                                         "b",
                                         "\x7f",
                                         "\x80",
                                         "\xfe",
                                         "\xff",
                                         "\xff\xff"};
  for (auto key = ordered.rbegin(); key != ordered.rend(); ++key) put(*key, "v");
  EXPECT_EQ(keysOf({}), ordered);
  EXPECT_EQ(keysOf({"", "", true}), std::vector<std::string>(ordered.rbegin(), ordered.rend()));
}

TEST_P(StoreSuite, ScanTakesFromAndLeavesOutTo) {
  for (const char* key : {"a", "b", "c", "d"}) put(key, "v");
  EXPECT_THAT(keysOf({"b", "d"}), testing::ElementsAre("b", "c"));
  EXPECT_THAT(keysOf({"b", "d", true}), testing::ElementsAre("c", "b"));
  EXPECT_THAT(keysOf({"c", ""}), testing::ElementsAre("c", "d"));
  EXPECT_THAT(keysOf({"", "b"}), testing::ElementsAre("a"));
  EXPECT_THAT(keysOf({"d", "b"}), testing::IsEmpty());
}

TEST_P(StoreSuite, APrefixOfHighBytesIsScannedWhole) {
  for (const char* key : {"\xfe", "\xff\xfe", "\xff\xff", "\xff\xff\x01"}) put(key, "v");
  EXPECT_THAT(keysOf(Range::prefix("\xff\xff")), testing::ElementsAre("\xff\xff", "\xff\xff\x01"));
  EXPECT_THAT(keysOf(Range::prefix("\xfe")), testing::ElementsAre("\xfe"));
}

TEST_P(StoreSuite, ALimitCutsAndSaysThatThereIsMore) {
  for (const char* key : {"a", "b", "c"}) put(key, "v");
  const Page two = store().scan({"", "", false, 2});
  EXPECT_EQ(two.entries.size(), 2u);
  EXPECT_TRUE(two.more);
  const Page last = store().scan({"", "", true, 2});
  EXPECT_EQ(last.entries.front().key, "c");
  EXPECT_TRUE(last.more);
  EXPECT_FALSE(store().scan({"", "", false, 3}).more);
  EXPECT_THROW(store().scan({"", "", false, 0}), Failure);
  EXPECT_THROW(store().scan({"", "", false, 1001}), Failure);
}

TEST_P(StoreSuite, AThousandAndOneEntriesTakeTwoScans) {
  for (std::size_t i = 0; i < 1001;) {
    std::vector<Op> ops;
    for (; ops.size() < 100 && i < 1001; ++i) ops.push_back(Op::put(numbered("k", i), "v"));
    ASSERT_TRUE(run(std::move(ops)).ok());
  }
  const Page page = store().scan({});
  EXPECT_EQ(page.entries.size(), 1000u);
  EXPECT_TRUE(page.more);
  const Page rest = store().scan({page.entries.back().key + '\0', ""});
  EXPECT_EQ(rest.entries.size(), 1u);
  EXPECT_FALSE(rest.more);
}

TEST_P(StoreSuite, AScanIsCutAtOneMebibyteInEitherDirection) {
  for (std::size_t i = 0; i < 6; ++i) put(numbered("k", i), std::string(Store::kMaxValue, 'v'));
  for (const bool reverse : {false, true}) {
    const Page page = store().scan({"", "", reverse});
    ASSERT_EQ(page.entries.size(), 3u);  // four values with their keys exceed 1 MiB
    EXPECT_EQ(page.entries[0].key, numbered("k", reverse ? 5 : 0));
    EXPECT_EQ(page.entries[0].value.size(), Store::kMaxValue);
    EXPECT_TRUE(page.more);
  }
}

// ---- Isolation and durability

TEST_P(StoreSuite, StoresOfTwoConnectionsNeverSeeEachOther) {
  put("key", "mine");
  EXPECT_FALSE(other().get("key").present());
  EXPECT_TRUE(other().scan({}).entries.empty());
  EXPECT_TRUE(run(other(), {Op::put("key", "theirs")}).ok());
  EXPECT_EQ(store().get("key").value, "mine");
  EXPECT_TRUE(run(other(), {Op::remove("key")}).ok());
  EXPECT_EQ(store().get("key").value, "mine");
}

TEST_P(StoreSuite, CommitSurvivesRestartWithItsVersion) {
  const Version version = put("key", "value");
  restart();
  EXPECT_EQ(store().get("key").value, "value");
  EXPECT_EQ(store().get("key").version, version);
  EXPECT_TRUE(run({Op::put("key", "next").ifVersion(version)}).ok());
}

TEST_P(StoreSuite, ACommitWithoutOpsIsFine) {
  EXPECT_TRUE(run({}).ok());
  EXPECT_TRUE(store().commit({{}, 1000}).ok());
  EXPECT_THROW(std::ignore = store().commit({{}, -1}), Failure);
}

// ---- Many threads

inline void onThreads(int count, const std::function<void(int)>& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) threads.emplace_back(work, i);
  for (std::thread& thread : threads) thread.join();
}

TEST_P(StoreSuite, ThreadsCountingByVersionLoseNothing) {
  std::atomic<int> aborted = 0;
  onThreads(16, [&](int) {
    for (int done = 0; done < 20;) {
      const Entry entry = store().get("count");
      const int count = entry.present() ? std::stoi(entry.value) : 0;
      const bool ok = run({Op::put("count", std::to_string(count + 1)).ifVersion(entry.version)}).ok();
      ok ? ++done : ++aborted;
    }
  });
  EXPECT_EQ(store().get("count").value, "320");
}

TEST_P(StoreSuite, SixteenThreadsAddingGiveTheExactSum) {
  onThreads(16, [&](int thread) {
    for (int i = 0; i < 50; ++i) EXPECT_TRUE(run({Op::add("sum", thread + 1)}).ok());
  });
  EXPECT_EQ(store().get("sum").value, counter(50 * (16 * 17 / 2)));
}

TEST_P(StoreSuite, OfManyWhoExpectAbsenceOneWins) {
  std::atomic<int> won = 0;
  onThreads(16, [&](int thread) {
    if (run({Op::put("leader", std::to_string(thread)).ifVersion(0)}).ok()) ++won;
  });
  EXPECT_EQ(won, 1);
}

TEST_P(StoreSuite, RefusedOrAbortedCommitLeavesOthersAlone) {
  put("taken", "text");
  onThreads(16, [&](int thread) {
    for (int i = 0; i < 20; ++i) {
      const std::string key = std::to_string(thread) + "/" + std::to_string(i);
      if (thread % 4 == 1) {
        EXPECT_EQ(run({Op::put(key, "x"), Op::put("taken", "x").ifVersion(0)}).code, Code::aborted);
      } else if (thread % 4 == 2) {
        EXPECT_THROW(std::ignore = run({Op::put(key, "x"), Op::add("taken", 1)}), Failure);
      } else {
        EXPECT_TRUE(run({Op::put(key, "x"), Op::add("done", 1)}).ok());
      }
    }
  });
  EXPECT_EQ(store().get("done").value, counter(160));
  EXPECT_EQ(store().scan({}).entries.size(), 162u);
}

TEST_P(StoreSuite, ReadersSeeACommitWholeOrNotAtAll) {
  ASSERT_TRUE(run({Op::put("a", "0"), Op::put("b", "0")}).ok());
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    for (int i = 1; i <= 200; ++i)
      EXPECT_TRUE(run({Op::put("a", std::to_string(i)), Op::put("b", std::to_string(i))}).ok());
    stop = true;
  });
  while (!stop) {
    const std::vector<std::string> keys{"a", "b"};
    const auto entries = store().get(std::span<const std::string>(keys));
    EXPECT_EQ(entries[0].value, entries[1].value);
    const Page page = store().scan({});
    EXPECT_EQ(page.entries[0].version, page.entries[1].version);
  }
  writer.join();
}

}  // namespace store_suite
