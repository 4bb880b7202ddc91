// Tests that the fakes for plugin authors follow the rules of the real services.
#include "support.hpp"

#include <array>
#include <set>
#include <thread>

namespace integration {
namespace {

Commit commitOf(std::vector<Op> ops, std::int64_t wakeAt = 0) {
  return {std::move(ops), wakeAt};
}

TEST(FakeStore, CommitsAllOrNothing) {
  test::FakeStore store;
  const Committed first = store.commit(commitOf({Op::put("a", "1"), Op::put("b", "1")}));
  ASSERT_TRUE(first.ok());
  const Committed second =
      store.commit(commitOf({Op::put("a", "2"), Op::put("b", "2").ifVersion(first.version + 1)}));
  EXPECT_EQ(second.code, Code::aborted);
  EXPECT_EQ(second.failedIndex, 1u);
  EXPECT_EQ(store.get("a").value, "1");
}

TEST(FakeStore, NeverUsesAVersionTwice) {
  test::FakeStore store;
  std::vector<Version> versions;
  for (int i = 0; i < 3; ++i) {
    versions.push_back(store.commit(commitOf({Op::put("a", "")})).version);
    ASSERT_TRUE(store.commit(commitOf({Op::remove("a")})).ok());
  }
  EXPECT_EQ(std::set<Version>(versions.begin(), versions.end()).size(), 3u);
}

TEST(FakeStore, OrdersKeysAsUnsignedBytes) {
  test::FakeStore store;
  ASSERT_TRUE(
      store.commit(commitOf({Op::put("\xff", ""), Op::put("a", ""), Op::put(std::string("a\0", 2), "")}))
          .ok());
  const Page page = store.scan({"", "", false, 1000});
  ASSERT_EQ(page.entries.size(), 3u);
  EXPECT_EQ(page.entries[0].key, "a");
  EXPECT_EQ(page.entries[2].key, "\xff");
}

TEST(FakeStore, ScansInPagesBothWays) {
  test::FakeStore store;
  ASSERT_TRUE(store.commit(commitOf({Op::put("a", ""), Op::put("b", ""), Op::put("c", "")})).ok());
  const Page forth = store.scan({"a", "c", false, 1});
  EXPECT_EQ(forth.entries.at(0).key, "a");
  EXPECT_TRUE(forth.more);
  const Page back = store.scan({"", "", true, 2});
  EXPECT_EQ(back.entries.at(0).key, "c");
  EXPECT_EQ(back.entries.at(1).key, "b");
  EXPECT_TRUE(back.more);
  EXPECT_FALSE(store.scan({"b", "c", false, 1}).more);
}

TEST(FakeStore, RefusesWhatIsBeyondItsLimits) {
  test::FakeStore store;
  auto codeOf = [&](std::vector<Op> ops) {
    return errorOf([&] { (void)store.commit({std::move(ops), 0}); }).code;
  };
  EXPECT_EQ(codeOf({Op::put("", "")}), Code::invalidArgument);
  EXPECT_EQ(codeOf({Op::put(std::string(257, 'k'), "")}), Code::invalidArgument);
  EXPECT_EQ(codeOf({Op::put("k", std::string(Store::kMaxValue + 1, 'v'))}), Code::invalidArgument);
  EXPECT_EQ(codeOf({Op::put("k", ""), Op::touch("k")}), Code::invalidArgument);
  std::vector<Op> tooMany;
  for (int i = 0; i < 129; ++i) tooMany.push_back(Op::put(std::to_string(i), ""));
  EXPECT_EQ(codeOf(tooMany), Code::invalidArgument);
  EXPECT_TRUE(store.entries().empty());
}

TEST(FakeStore, AddsExactlyAndRefusesOverflow) {
  test::FakeStore store;
  ASSERT_TRUE(store.commit(commitOf({Op::add("n", -2)})).ok());
  EXPECT_EQ(store.get("n").value, std::string("\xfe\xff\xff\xff\xff\xff\xff\xff"));
  EXPECT_EQ(errorOf([&] { (void)store.commit(commitOf({Op::add("n", INT64_MIN)})); }).code,
            Code::invalidArgument);
}

TEST(FakeStore, KeepsTheEarliestWake) {
  test::FakeStore store;
  for (const std::int64_t wakeAt : {0, 50, 30, 40})
    ASSERT_TRUE(store.commit(commitOf({Op::put("a", "")}, wakeAt)).ok());
  EXPECT_EQ(store.wakeAt(), 30);
}

TEST(FakeStore, FailsAndLosesAnswersOnPurpose) {
  test::FakeStore store;
  store.failNext(Code::unavailable);
  EXPECT_EQ(errorOf([&] { store.get("a"); }).code, Code::unavailable);
  store.loseNextAnswer();
  EXPECT_EQ(errorOf([&] { (void)store.commit(commitOf({Op::put("a", "1")})); }).code, Code::unknown);
  EXPECT_EQ(store.get("a").value, "1");
}

TEST(FakeStore, CountsExactlyUnderRacingThreads) {
  test::FakeStore store;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < 100; ++n) EXPECT_TRUE(store.commit(commitOf({Op::add("n", 1)})).ok());
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(store.get("n").value, std::string("\x90\x01\0\0\0\0\0\0", 8));
}

TEST(FakeHttp, AnswersByScriptInOrder) {
  test::FakeHttp http;
  http.answerJson("https://x/a", "1");
  http.answerJson("https://x/a", "2", 500);
  HttpRequest request;
  request.url = "https://x/a";
  const auto outcomes = http.send(std::vector<HttpRequest>(3, request));
  EXPECT_EQ(outcomes[0].body, "1");
  EXPECT_EQ(outcomes[1].httpStatus, 500);
  EXPECT_EQ(outcomes[2].code, Code::unavailable);
  EXPECT_EQ(http.requests().size(), 3u);
}

TEST(FakeSecrets, ShowARotationElsewhereToFreshReadsOnly) {
  test::FakeSecrets secrets;
  secrets.set("s", {"old"});
  secrets.setUnseen("s", {"new", "old"});
  EXPECT_EQ(secrets.get("s", false), std::vector<std::string>{"old"});
  EXPECT_EQ(secrets.get("s", true).front(), "new");
  EXPECT_EQ(secrets.get("s", false).front(), "new");
}

TEST(FakeMembers, CreateOncePerSourceId) {
  test::FakeMembers members;
  HireFields fields;
  fields.firstName = fields.lastName = fields.jobTitle = "x";
  EXPECT_TRUE(members.create("a", fields).created);
  EXPECT_FALSE(members.create("a", fields).created);
  EXPECT_EQ(members.people().size(), 1u);
}

TEST(SeededRandom, IsTheSameForTheSameSeed) {
  std::array<std::uint8_t, 16> one{}, two{};
  test::SeededRandom(7).fill(one);
  test::SeededRandom(7).fill(two);
  EXPECT_EQ(one, two);
}

}  // namespace
}  // namespace integration
