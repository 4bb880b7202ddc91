#include "conformance/store_suite.hpp"
#include "host_data/data_fixture.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Commit;
using integration::Op;

class SqliteWorld : public store_suite::StoreWorld {
 public:
  SqliteWorld() {
    open();
    Connections connections(*database_);
    mine_ = connections.create("main", "ashby", "one", 1000).key;
    theirs_ = connections.create("main", "ashby", "two", 1000).key;
    bind();
  }
  integration::Store& store() override { return *store_; }
  integration::Store& other() override { return *other_; }
  void restart() override {
    wakes_.reset();
    database_.reset();
    open();
    bind();
  }

 private:
  void open() {
    database_ = std::make_unique<Database>(folder_.path());
    wakes_ = std::make_unique<WorkSchedule>(*database_);
  }
  void bind() {
    store_ = std::make_unique<SqliteStore>(*database_, *wakes_, mine_, false);
    other_ = std::make_unique<SqliteStore>(*database_, *wakes_, theirs_, false);
  }

  DataFolder folder_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<WorkSchedule> wakes_;
  ConnectionKey mine_, theirs_;
  std::unique_ptr<SqliteStore> store_, other_;
};

std::unique_ptr<store_suite::StoreWorld> makeWorld() {
  return std::make_unique<SqliteWorld>();
}

class SqliteStoreTest : public DataTest {
 protected:
  WorkSchedule wakes_{*database_};
  SqliteStore storeOf(const ConnectionKey& key) { return {*database_, wakes_, key, false}; }
};

TEST_F(SqliteStoreTest, DeletedConnectionIsFencedAndItsEntriesGone) {
  const ConnectionKey key = connect(), other = connect();
  SqliteStore store = storeOf(key), kept = storeOf(other);
  ASSERT_TRUE(store.commit({{Op::put("key", "value")}, 0}).ok());
  ASSERT_TRUE(kept.commit({{Op::put("key", "value")}, 0}).ok());
  Connections connections(*database_);
  ASSERT_TRUE(connections.beginRemoval(key, Removal::Step::purge, 2000));
  while (connections.eraseSome(connections.removals().at(0))) continue;

  EXPECT_EQ(codeOf([&] {
              std::ignore = store.commit({{Op::put("late", "value")}, 5000});
            }),
            Code::permissionDenied);
  EXPECT_EQ(codeOf([&] { std::ignore = store.get("key"); }), Code::notFound);
  EXPECT_EQ(codeOf([&] { store.scan({}); }), Code::notFound);
  EXPECT_EQ(wakes_.next(), std::nullopt);
  const auto left = database_->read([](SqlSession& sql) {
    return std::get<0>(sql.query<std::int64_t>("SELECT count(*) FROM entries").front());
  });
  EXPECT_EQ(left, 1);
  EXPECT_EQ(kept.get("key").value, "value");
}

TEST_F(SqliteStoreTest, SameIdInAnotherCompanyIsAnother) {
  const ConnectionKey key = connect("main");
  SqliteStore store = storeOf(key), intruder = storeOf({"rival", key.connection});
  ASSERT_TRUE(store.commit({{Op::put("key", "value")}, 0}).ok());
  EXPECT_EQ(codeOf([&] { std::ignore = intruder.get("key"); }), Code::notFound);
  EXPECT_EQ(codeOf([&] {
              std::ignore = intruder.commit({{Op::put("key", "x")}, 0});
            }),
            Code::permissionDenied);
}

TEST_F(SqliteStoreTest, FullDatabaseRefusesAndRecovers) {
  SqliteStore store = storeOf(connect());
  ASSERT_TRUE(store.commit({{Op::put("kept", "value")}, 0}).ok());
  const auto limitPages = [&](const std::string& pages) {
    database_->write([&](SqlSession& sql) { sql.pragma("max_page_count=" + pages); });
  };
  limitPages("1");  // SQLite raises the limit to the present size
  EXPECT_EQ(codeOf([&] {
              std::ignore = store.commit({{Op::put("big", std::string(200000, 'v'))}, 0});
            }),
            Code::resourceExhausted);
  EXPECT_FALSE(store.get("big").present());
  EXPECT_EQ(store.get("kept").value, "value");
  limitPages("1073741823");
  EXPECT_TRUE(store.commit({{Op::put("big", std::string(200000, 'v'))}, 0}).ok());
}

}  // namespace
}  // namespace host_stub

namespace store_suite {
INSTANTIATE_TEST_SUITE_P(Sqlite, StoreSuite, testing::Values(StoreMaker{"sqlite", host_stub::makeWorld}));
}  // namespace store_suite
