// Tests a host's housekeeping while the plugin of one connection hangs or fails.
#include "hosting/housekeeping.hpp"

#include "acme/host_process.hpp"
#include "platform_fixture.hpp"

namespace host_stub {
namespace {

class HousekeepingUnderHang : public OnAPlatform {
 protected:
  // Returns a new connection with this mode of Acme.
  std::shared_ptr<LiveConnection> connect(const std::string& mode) {
    auto connection = hub_.create("main", "acme", "Acme", {});
    connection->configure("u1", R"({"mode":")" + mode + R"("})", {});
    return connection;
  }
  void beginRemoval(const std::shared_ptr<LiveConnection>& connection) {
    ASSERT_TRUE(platform_.connections.beginRemoval(connection->key(), Removal::Step::handOver, unixNow()));
    hub_.forget(*connection);
  }
  bool isPending(const std::shared_ptr<LiveConnection>& connection) {
    for (const Removal& removal : platform_.connections.removals())
      if (removal.connection.key == connection->key()) return true;
    return false;
  }
};

TEST_F(HousekeepingUnderHang, RemovesWhileAnotherConnectionHangs) {
  const auto hanging = connect("slow"), sound = connect("");
  beginRemoval(hanging);
  beginRemoval(sound);
  const Housekeeping housekeeping(platform_, hub_, removals_);
  EXPECT_TRUE(host_stub_test::eventually([&] { return !isPending(sound); }));
  EXPECT_TRUE(isPending(hanging)) << "it was not waited for";
  EXPECT_TRUE(host_stub_test::eventually([&] { return !isPending(hanging); }));
}

TEST_F(HousekeepingUnderHang, DeletingOneWhosePluginFailsIsDone) {
  const auto failing = connect("failing");
  const WebResponse answer = ask("DELETE", "/api/connections/" + failing->key().connection, "data=keep");
  EXPECT_EQ(answer.status, 204) << answer.body;
  EXPECT_TRUE(platform_.connections.list("main").empty());
  EXPECT_TRUE(isPending(failing)) << "its ids are asked for again";
}

}  // namespace
}  // namespace host_stub
