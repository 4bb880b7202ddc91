#include <set>
#include <thread>

#include "host_data/data_fixture.hpp"
#include "records/audit.hpp"
#include "records/processed_ids.hpp"
#include "storage/random.hpp"

namespace host_stub {
namespace {

class RecordsTest : public DataTest {
 protected:
  Audit audit_{*database_};
  ProcessedIds handled_{*database_};
};

TEST_F(RecordsTest, TheAuditIsListedNewestFirstForItsCompanyOnly) {
  for (int i = 0; i < 5; ++i)
    audit_.append("main", {1000, "u1", "Ada", "connection.enable", "c" + std::to_string(i)});
  audit_.append("rival", {1000, "u2", "Eve", "connection.enable", "theirs"});
  const AuditPage page = audit_.list("main", {2, 1});
  EXPECT_EQ(page.total, 5);
  ASSERT_EQ(page.data.size(), 2u);
  EXPECT_EQ(page.data[0].subject, "c3");
  EXPECT_EQ(page.data[1].subject, "c2");
  EXPECT_EQ(page.data[0].actorName, "Ada");
  EXPECT_EQ(page.data[0].at, 1000);
}

TEST_F(RecordsTest, AuditFiltersByActionActorAndRecord) {
  const std::vector<std::pair<std::string, std::string>> told = {
      {"Ada", "connection.enable"}, {"Bea", "connection.disable"}, {"Ada", "list.change"}};
  for (const auto& [name, action] : told) audit_.append("main", {1000, "id of " + name, name, action, ""});
  const auto actions = [&](const AuditQuery& query) {
    std::string all;
    const AuditPage page = audit_.list("main", query);
    for (const AuditRecord& record : page.data) all += record.action + " ";
    return std::to_string(page.total) + ": " + all;
  };
  EXPECT_EQ(actions({100, 0, "", "connection."}), "2: connection.disable connection.enable ");
  EXPECT_EQ(actions({100, 0, "", "", "Ada"}), "2: list.change connection.enable ");
  EXPECT_EQ(actions({100, 0, "", "connection.", "id of Ada"}), "1: connection.enable ");
  EXPECT_EQ(actions({100, 0, "", "%"}), "0: ");
  const std::string newest = audit_.list("main", {1}).data.front().id;
  EXPECT_EQ(actions({1, 0, newest}), "3: connection.disable ");
}

TEST_F(RecordsTest, AnAuditRecordIsUndoneWithWhatItTellsOf) {
  EXPECT_THROW(database_->write([&](SqlSession& sql) {
    Audit::append(sql, "main", {1000, "u1", "Ada", "connection.create", "c1"});
    throw integration::Failure(integration::Code::aborted, "no");
  }),
               integration::Failure);
  EXPECT_EQ(audit_.list("main", {}).total, 0);
}

TEST_F(RecordsTest, ProcessedIdsArePagedAndOutliveConnection) {
  handled_.add("main", "ashby", {{"c", "promoted", 3}, {"a", "discarded", 1}, {"b", "promoted", 2}});
  handled_.add("rival", "ashby", {{"x", "promoted", 3}});
  restart();
  ProcessedIds again(*database_);
  const auto first = again.page("main", "ashby", "", 2);
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(first[0].sourceId, "a");
  EXPECT_EQ(first[0].state, "discarded");
  const auto rest = again.page("main", "ashby", first.back().sourceId, 2);
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_EQ(rest[0].sourceId, "c");
  EXPECT_TRUE(again.page("main", "other", "", 10).empty());
}

TEST_F(RecordsTest, OfAnIdHandledTwiceTheLaterWordCounts) {
  handled_.add("main", "ashby", {{"a", "discarded", 5}});
  handled_.add("main", "ashby", {{"a", "staged", 4}});
  EXPECT_EQ(handled_.page("main", "ashby", "", 1)[0].state, "discarded");
  handled_.add("main", "ashby", {{"a", "promoted", 6}});
  EXPECT_EQ(handled_.page("main", "ashby", "", 1)[0].state, "promoted");
}

TEST(Ids, SortByWhenTheyWereMadeAndNeverRepeat) {
  std::string last;
  for (const std::int64_t now : {1000, 1000, 1001, 1000, 5000}) {
    for (int i = 0; i < 100; ++i) {
      const std::string id = newId(1795428000000 + now);
      EXPECT_EQ(id.size(), 24u);
      EXPECT_LT(last, id);
      last = id;
    }
  }
  EXPECT_NE(newToken(), newToken());
}

}  // namespace
}  // namespace host_stub
