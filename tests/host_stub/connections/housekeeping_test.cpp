// The tidying of a host, while the plugin of one connection hangs or fails.
#include "hosting/housekeeping.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <sstream>

#include "api/api.hpp"
#include "host_process.hpp"

namespace host_stub {
namespace {

class HousekeepingBesideAPlugin : public testing::Test {
 protected:
  HousekeepingBesideAPlugin() : folder_(makeFolder()), log_(said_), platform_(options(), log_) {}
  ~HousekeepingBesideAPlugin() override { std::filesystem::remove_all(folder_); }

  // Returns a connection whose plugin does `mode`.
  std::shared_ptr<LiveConnection> connect(const std::string& mode) {
    auto connection = hub_.create("main", "acme", "Acme");
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

  static std::filesystem::path makeFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "housekeeping_test.XXXXXX").string();
    return ::mkdtemp(name.data());
  }
  PlatformOptions options() const {
    PlatformOptions options;
    options.plugins = ACME;
    options.data = folder_ / "data";
    return options;
  }

  const std::filesystem::path folder_;
  std::ostringstream said_;
  LogWriter log_;
  Platform platform_;
  ConnectionHub hub_{platform_};
  Removals removals_{platform_, hub_};
};

TEST_F(HousekeepingBesideAPlugin, RemovesWhileAnotherConnectionHangs) {
  const auto hanging = connect("slow"), sound = connect("");
  beginRemoval(hanging);
  beginRemoval(sound);
  const Housekeeping housekeeping(platform_, hub_, removals_);
  EXPECT_TRUE(host_stub_test::eventually([&] { return !isPending(sound); }));
  EXPECT_TRUE(isPending(hanging)) << "it was not waited for";
  EXPECT_TRUE(host_stub_test::eventually([&] { return !isPending(hanging); }));
}

TEST_F(HousekeepingBesideAPlugin, DeletingOneWhosePluginFailsIsDone) {
  const std::string publicUrl = "http://127.0.0.1";
  Api api(platform_, hub_, removals_, publicUrl);
  const auto failing = connect("failing");
  WebRequest request;
  request.method = "DELETE";
  request.path = "/api/connections/" + failing->key().connection;
  request.query = "data=keep";
  EXPECT_EQ(api.answer({"u1", "main", "Olu", Role::owner, 0}, request).status, 204);
  EXPECT_TRUE(platform_.connections.list("main").empty());
  EXPECT_TRUE(isPending(failing)) << "its ids are asked for again";
}

}  // namespace
}  // namespace host_stub
