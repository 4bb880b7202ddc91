// Tests that deleted data is gone from the disk, not only from the tables.
#include "host_data/data_fixture.hpp"

namespace host_stub {
namespace {

using integration::Op;

class EraseTest : public DataTest {
 protected:
  WorkSchedule wakes_{*database_};
  ConnectionKey key_ = connect();

  void put(int hire, const std::string& email) {
    SqliteStore store(*database_, wakes_, key_, false);
    const std::string value = R"({"email":")" + email + R"(","more":")" +
                              std::string(static_cast<std::size_t>(hire % 7) * 3000, 'x') + "\"}";
    ASSERT_TRUE(store.commit({{Op::put("hire/" + std::to_string(hire), value)}, 0}).ok());
  }
  static std::string emailOf(int hire) { return "nadia." + std::to_string(hire) + ".okoye@example.org"; }
  bool onDisk(const std::string& text) const { return folder_.everything().find(text) != std::string::npos; }
};

TEST_F(EraseTest, AnErasedPersonIsInNoFileOnceTheLogIsEmptied) {
  for (int i = 0; i < 60; ++i) put(i, emailOf(i));
  ASSERT_TRUE(database_->emptyLog());
  ASSERT_TRUE(onDisk(emailOf(20)));
  SqliteStore store(*database_, wakes_, key_, false);
  for (int i = 0; i < 60; ++i) {
    if (i % 2 == 0) {
      ASSERT_TRUE(store.commit({{Op::put("hire/" + std::to_string(i), "{}")}, 0}).ok());
    } else if (i % 3 == 0) {
      ASSERT_TRUE(store.commit({{Op::remove("hire/" + std::to_string(i))}, 0}).ok());
    }
  }
  ASSERT_TRUE(database_->emptyLog());
  for (int i = 0; i < 60; ++i) EXPECT_EQ(onDisk("\"" + emailOf(i) + "\""), i % 2 != 0 && i % 3 != 0) << i;
}

TEST_F(EraseTest, WithAConnectionGoesAllThatItHad) {
  for (int i = 0; i < 60; ++i) put(i, emailOf(i));
  Connections connections(*database_);
  ASSERT_TRUE(connections.beginRemoval(key_, Removal::Step::purge, 2000));
  while (connections.eraseSome(connections.removals().at(0))) continue;
  ASSERT_TRUE(database_->emptyLog());
  EXPECT_FALSE(onDisk("okoye@example.org"));
}

TEST_F(EraseTest, ALogThatIsBeingReadIsEmptiedLater) {
  put(1, emailOf(1));
  database_->read([&](SqlSession& sql) {
    sql.query<std::int64_t>("SELECT count(*) FROM entries");
    put(2, emailOf(2));
    EXPECT_FALSE(database_->emptyLog());
  });
  EXPECT_TRUE(database_->emptyLog());
  EXPECT_EQ(std::filesystem::file_size(folder_ / "host.db-wal"), 0u);
}

}  // namespace
}  // namespace host_stub
