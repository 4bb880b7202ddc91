// Tests the deletion of a connection: keeping its ids, purging them, and a host that dies on the way.
#include <Poco/Exception.h>
#include <gmock/gmock.h>

#include <thread>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

// A connection that holds a person and is about to be deleted.
struct Removed {
  AcmeHost acme;
  std::string id = acme.connect();
  std::string path = "/api/connections/" + id;
  std::string hire = acme.stage(id, "a1", {{"personalEmail", "amara.okafor@example.org"}});

  // Returns whether the company's next connection knows the application.
  bool nextKnowsIt() {
    const std::string next = acme.connect("next");
    return acme.call("GET", "/api/new-hires/" + next + "-a1").status == 200;
  }
  bool isErased() { return acme.everything().find("amara.okafor@example.org") == std::string::npos; }
  int delivered() { return acme.deliver(id, Json::object()).status; }

  // Begins the deletion and kills the host while it asks the plugin for the ids to keep.
  void dieWhileHandingOver() {
    acme.setMode(id, "slow");
    std::thread deleting([&] {
      try {
        acme.call("DELETE", path + "?data=keep");
      } catch (const Poco::Exception&) {
        return;  // the host died
      }
    });
    EXPECT_TRUE(eventually([&] { return acme.call("GET", path).status == 404; }));
    EXPECT_EQ(delivered(), 404);
    acme.host.kill();
    deleting.join();
  }
};

TEST(ConnectionRemoval, KeepsTheIdsAndErasesTheRest) {
  Removed removed;
  EXPECT_EQ(removed.acme.call("DELETE", removed.path + "?data=keep").status, 204);
  EXPECT_EQ(removed.acme.call("DELETE", removed.path).status, 404);
  EXPECT_EQ(removed.delivered(), 404);
  EXPECT_TRUE(removed.isErased());
  EXPECT_TRUE(removed.nextKnowsIt());
}

TEST(ConnectionRemoval, ThatPurgesKeepsNotEvenTheIds) {
  Removed removed;
  EXPECT_EQ(removed.acme.call("DELETE", removed.path + "?data=purge").status, 204);
  EXPECT_EQ(removed.delivered(), 404);
  EXPECT_TRUE(removed.isErased());
  EXPECT_FALSE(removed.nextKnowsIt());
}

TEST(ConnectionRemoval, IsFinishedByTheNextStartWhereTheHostDies) {
  Removed removed;
  removed.dieWhileHandingOver();
  EXPECT_FALSE(removed.isErased());
  removed.acme.host.start();
  EXPECT_EQ(removed.acme.call("GET", removed.path).status, 404);
  EXPECT_EQ(removed.delivered(), 404);
  EXPECT_TRUE(eventually([&] { return removed.isErased(); }));
  EXPECT_TRUE(removed.nextKnowsIt());
}

TEST(ConnectionRemoval, OfALargeConnectionLeavesNothing) {
  Removed removed;
  for (int i = 0; i < 450; ++i)
    removed.acme.stage(removed.id, "b" + std::to_string(i), {{"personalEmail", "amara.okafor@example.org"}});
  EXPECT_EQ(removed.acme.call("DELETE", removed.path + "?data=purge").status, 204);
  EXPECT_TRUE(removed.isErased());
}

}  // namespace
}  // namespace host_stub_test
