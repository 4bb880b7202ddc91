#include "data/connections.hpp"

#include "host_data/data_fixture.hpp"

namespace host_stub {
namespace {

using integration::Code;

class ConnectionsTest : public DataTest {
 protected:
  Connections connections_{*database_};
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

TEST_F(ConnectionsTest, ACompanySeesItsOwnOnlyOldestFirst) {
  const auto first = connections_.create("main", "ashby", "first", 1000);
  const auto second = connections_.create("main", "ashby", "second", 1000);
  const auto theirs = connections_.create("rival", "ashby", "theirs", 1000);
  const auto mine = connections_.list("main");
  ASSERT_EQ(mine.size(), 2u);
  EXPECT_EQ(mine[0].key, first.key);
  EXPECT_EQ(mine[1].key, second.key);
  EXPECT_FALSE(connections_.get({"main", theirs.key.connection}));
  EXPECT_FALSE(connections_.remove({"main", theirs.key.connection}, 2000));
  EXPECT_EQ(connections_.all().size(), 3u);
}

TEST_F(ConnectionsTest, ADeletedConnectionIsNowhereAndStaysDeletedAfterARestart) {
  const auto made = connections_.create("main", "ashby", "Ashby", 1000);
  EXPECT_TRUE(connections_.remove(made.key, 2000));
  EXPECT_FALSE(connections_.remove(made.key, 3000));
  restart();
  Connections again(*database_);
  EXPECT_FALSE(again.get(made.key));
  EXPECT_FALSE(again.findByUrlToken(made.urlToken));
  EXPECT_TRUE(again.list("main").empty());
  EXPECT_TRUE(again.all().empty());
}

TEST_F(ConnectionsTest, AConnectionNeedsAName) {
  EXPECT_EQ(codeOf([&] { connections_.create("main", "ashby", "", 1000); }), Code::invalidArgument);
  EXPECT_EQ(codeOf([&] { connections_.create("main", "ashby", std::string(201, 'n'), 1000); }),
            Code::invalidArgument);
}

}  // namespace
}  // namespace host_stub
