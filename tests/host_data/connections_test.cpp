#include "hosting/connections/connections.hpp"

#include "host_data/data_fixture.hpp"
#include "records/notices.hpp"

namespace host_stub {
namespace {

using integration::Code;

class ConnectionsTest : public DataTest {
 protected:
  Connections connections_{*database_};
  WorkSchedule wakes_{*database_};

  void fill(const ConnectionKey& key, int entries) {
    SqliteStore store(*database_, wakes_, key, false);
    for (int from = 0; from < entries; from += 100) {
      integration::Commit commit;
      for (int i = from; i < std::min(entries, from + 100); ++i)
        commit.ops.push_back(integration::Op::put("key" + std::to_string(i), "value"));
      ASSERT_TRUE(store.commit(commit).ok());
    }
  }
  std::int64_t rows(const char* table) {
    const std::string query = std::string("SELECT count(*) FROM ") + table;
    return database_->read([&](SqlSession& sql) { return std::stoll(sql.pragma("user_version; " + query)); });
  }
};

TEST_F(ConnectionsTest, AConnectionIsFoundByItsIdAndByItsUrl) {
  const Connection made = connections_.create("main", "ashby", "Our Ashby", 1000);
  EXPECT_THAT(made.key.connection, testing::MatchesRegex("[0-9a-f]+"));
  EXPECT_EQ(made.key.connection.size(), 24u);
  EXPECT_EQ(made.urlToken.size(), 64u);
  for (const auto& found : {connections_.get(made.key), connections_.findByUrlToken(made.urlToken)}) {
    ASSERT_TRUE(found);
    EXPECT_EQ(found->key, made.key);
    EXPECT_EQ(found->integration, "ashby");
    EXPECT_EQ(found->name, "Our Ashby");
    EXPECT_EQ(found->urlToken, made.urlToken);
    EXPECT_EQ(found->createdAt, 1000);
  }
}

TEST_F(ConnectionsTest, HaveNamesThatAreSeen) {
  for (const std::string& name :
       {std::string(), std::string(" "), std::string("a\0b", 3), std::string("a\nb"),
        std::string("a\xE2\x80\xAE"), std::string("\xff"), std::string(201, 'a')})
    EXPECT_EQ(codeOf([&] { connections_.create("main", "ashby", name, 1000); }), Code::invalidArgument)
        << name;
  EXPECT_TRUE(connections_.list("main").empty());
  connections_.create("main", "ashby", "Büro 東京, c/o Ashby", 1000);
}

TEST_F(ConnectionsTest, AreSoManyOfACompanyAtMost) {
  ConnectionKey last;
  for (int i = 0; i < Connections::kMostOfCompany; ++i)
    last = connections_.create("main", "ashby", "Ashby", 1000).key;
  EXPECT_EQ(codeOf([&] { connections_.create("main", "ashby", "Ashby", 1000); }), Code::failedPrecondition);
  connections_.create("other", "ashby", "Ashby", 1000);
  connections_.beginRemoval(last, Removal::Step::purge, 2000);
  connections_.create("main", "ashby", "Ashby", 1000);
}

TEST_F(ConnectionsTest, IsDisabledUntilItIsEnabled) {
  const ConnectionKey key = connections_.create("main", "ashby", "Ashby", 1000).key;
  EXPECT_EQ(connections_.get(key)->enablement, Enablement::disabled);
  connections_.setEnablement(key, Enablement::enabling);
  EXPECT_EQ(connections_.get(key)->enablement, Enablement::interrupted);
  connections_.enable(key, 5000);
  EXPECT_EQ(connections_.get(key)->enablement, Enablement::enabled);
}

TEST_F(ConnectionsTest, EnablingMakesWorkDue) {
  const ConnectionKey key = connections_.create("main", "ashby", "Ashby", 1000).key;
  const std::int64_t seqBefore = wakes_.seq(key);
  connections_.enable(key, 5000);
  EXPECT_EQ(wakes_.next(), 5000);
  // The scheduler drops only the wake that it saw before, when the connection was disabled.
  wakes_.finished(key, seqBefore, 0);
  EXPECT_EQ(wakes_.next(), 5000);
}

TEST_F(ConnectionsTest, ACompanySeesItsOwnOnlyOldestFirst) {
  const auto first = connections_.create("main", "ashby", "first", 1000);
  const auto second = connections_.create("main", "ashby", "second", 1000);
  const auto theirs = connections_.create("rival", "ashby", "theirs", 1000);
  const auto mine = connections_.list("main");
  ASSERT_EQ(mine.size(), 2u);
  EXPECT_EQ(mine[0].key, first.key);
  EXPECT_EQ(mine[1].key, second.key);
  EXPECT_FALSE(connections_.get({"main", theirs.key.connection}));
  EXPECT_FALSE(connections_.beginRemoval({"main", theirs.key.connection}, Removal::Step::purge, 2000));
  EXPECT_EQ(connections_.all().size(), 3u);
}

TEST_F(ConnectionsTest, RemovalHidesTheConnectionAfterARestartToo) {
  const auto made = connections_.create("main", "ashby", "Ashby", 1000);
  EXPECT_TRUE(connections_.beginRemoval(made.key, Removal::Step::handOver, 2000));
  EXPECT_FALSE(connections_.beginRemoval(made.key, Removal::Step::purge, 3000));
  restart();
  Connections again(*database_);
  EXPECT_FALSE(again.get(made.key));
  EXPECT_FALSE(again.findByUrlToken(made.urlToken));
  EXPECT_TRUE(again.list("main").empty());
  EXPECT_TRUE(again.all().empty());
}

TEST_F(ConnectionsTest, RemovalResumesAfterRestartAndLeavesNothing) {
  const auto made = connections_.create("main", "ashby", "Ashby", 1000);
  fill(made.key, 450);
  ASSERT_TRUE(connections_.beginRemoval(made.key, Removal::Step::handOver, 2000));
  EXPECT_EQ(SqliteStore(*database_, wakes_, made.key, false).get("key1").value, "value");
  connections_.handedOver(made.key);
  EXPECT_EQ(codeOf([&] { SqliteStore(*database_, wakes_, made.key, false).get("key1"); }), Code::notFound);

  int transactions = 1;
  while (Connections(*database_).eraseSome(Connections(*database_).removals().at(0))) {
    ++transactions;
    restart();
    const auto left = Connections(*database_).removals();
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].connection.key, made.key);
    EXPECT_EQ(left[0].step, Removal::Step::erase);
  }
  EXPECT_EQ(transactions, 4);
  EXPECT_TRUE(Connections(*database_).removals().empty());
  EXPECT_EQ(rows("entries"), 0);
}

TEST_F(ConnectionsTest, APurgedOneLosesItsNoticesToo) {
  Notices notices(*database_);
  notices.setRecipients("main", {{"", "ada@example.org", {"new_hire"}}});
  const auto made = connections_.create("main", "ashby", "Ashby", 1000),
             other = connections_.create("main", "ashby", "Ashby", 1000);
  for (const auto& key : {made.key, other.key}) notices.tell(key, {"k", "new_hire", "text", "h", "a"}, 1500);
  fill(made.key, 3);
  ASSERT_TRUE(connections_.beginRemoval(made.key, Removal::Step::purge, 2000));
  EXPECT_EQ(codeOf([&] { SqliteStore(*database_, wakes_, made.key, false).get("key1"); }), Code::notFound);
  EXPECT_EQ(codeOf([&] {
              notices.tell(made.key, {"k2", "new_hire", "text", {}, {}}, 1500);
            }),
            Code::permissionDenied);
  while (connections_.eraseSome(connections_.removals().at(0))) continue;
  EXPECT_EQ(rows("entries"), 0);
  EXPECT_EQ(rows("outbox"), 1);
  EXPECT_EQ(rows("notices"), 1);
}

TEST_F(ConnectionsTest, AConnectionNeedsAName) {
  EXPECT_EQ(codeOf([&] { connections_.create("main", "ashby", "", 1000); }), Code::invalidArgument);
  EXPECT_EQ(codeOf([&] { connections_.create("main", "ashby", std::string(201, 'n'), 1000); }),
            Code::invalidArgument);
}

}  // namespace
}  // namespace host_stub
