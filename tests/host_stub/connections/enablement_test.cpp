// Tests that nobody calls the plugin of a disabled connection. While a connection is being enabled, only
// deliveries reach the plugin.
#include <gmock/gmock.h>

#include <future>

#include "acme/acme_host.hpp"
#include "hosting/connections/connections.hpp"
#include "storage/work_schedule.hpp"

namespace host_stub_test {
namespace {

using host_stub::ConnectionKey;
using host_stub::Connections;
using host_stub::Database;
using host_stub::Enablement;
using testing::HasSubstr;
using testing::Not;

class ConnectionEnablement : public testing::Test {
 protected:
  ConnectionEnablement() {
    acme_.call("PUT", "/api/notifications/settings",
               {{"recipients", {{{"name", "Ada"}, {"email", "ada@example.org"}, {"kinds", {"new_hire"}}}}}});
  }

  int post(const std::string& what) {
    return acme_.call("POST", "/api/connections/" + id_ + "/" + what).status;
  }
  Json shown() { return acme_.get("/api/connections/" + id_); }
  HttpAnswer notice(const std::string& key) {
    return acme_.deliver(
        id_, {{"notice",
               {{"key", key}, {"kind", "new_hire"}, {"text", "Told under " + key + "."}, {"hireId", "a1"}}}});
  }
  // Returns the notices that run_work has sent so far, as JSON.
  std::string told() { return acme_.call("GET", "/api/notifications").body; }
  // Waits for work of another connection that became due later.
  void letWorkRun() {
    const std::string key = "barrier" + std::to_string(++barriers_);
    acme_.tell(other_, key);
    ASSERT_TRUE(eventually([&] { return told().find(key) != std::string::npos; }));
  }
  // Stops the host and reads its data.
  template <class Look>
  auto inData(const Look& look) {
    acme_.host.stop();
    Database database(acme_.host.data());
    return look(database);
  }
  Enablement kept() {
    return inData([&](Database& database) { return Connections(database).get({"main", id_})->enablement; });
  }

  AcmeHost acme_;
  std::string other_ = acme_.connect("Other"), id_ = acme_.connectDisabled();
  int barriers_ = 0;
};

TEST_F(ConnectionEnablement, ANewConnectionTakesNoDelivery) {
  EXPECT_EQ(shown()["state"], "disabled");
  EXPECT_EQ(notice("early").status, 403);
  EXPECT_EQ(post("enable"), 200);
  EXPECT_EQ(shown()["state"], "active");
  EXPECT_EQ(notice("late").status, 200);
  ASSERT_TRUE(eventually([&] { return told().find("late") != std::string::npos; }));
  EXPECT_THAT(told(), Not(HasSubstr("early")));
}

TEST_F(ConnectionEnablement, DisabledNoDeliveryReachesThePlugin) {
  post("enable");
  EXPECT_EQ(post("disable"), 200);
  EXPECT_EQ(shown()["state"], "disabled");
  EXPECT_EQ(notice("refused").status, 403);
  acme_.host.stop();
  acme_.host.start();
  EXPECT_EQ(shown()["state"], "disabled");
  EXPECT_EQ(notice("refused").status, 403);
  EXPECT_EQ(post("enable"), 200);
  letWorkRun();
  EXPECT_THAT(told(), Not(HasSubstr("refused")));
}

TEST_F(ConnectionEnablement, DisabledNoWorkIsRun) {
  acme_.setMode(id_, "works disabling");
  post("enable");
  post("disable");
  letWorkRun();
  EXPECT_THAT(told(), Not(HasSubstr("Told under disabling")));
  EXPECT_EQ(inData([](Database& database) { return host_stub::WorkSchedule(database).next(); }),
            std::nullopt);
  acme_.host.start();
  post("enable");
  EXPECT_TRUE(eventually([&] { return told().find("Told under disabling") != std::string::npos; }));
}

TEST_F(ConnectionEnablement, EnablingDeliveriesAloneReachThePlugin) {
  acme_.setMode(id_, "waits enabling");
  auto enabled = std::async(std::launch::async, [&] { return post("enable"); });
  ASSERT_TRUE(eventually([&] { return shown()["state"] == "enabling"; }));
  EXPECT_EQ(notice("challenge").status, 200);
  letWorkRun();
  EXPECT_THAT(told(), Not(HasSubstr("challenge")));
  const Json list = acme_.get("/api/new-hires");
  ASSERT_EQ(list.value("incomplete", Json::array()).size(), 1U) << list;
  EXPECT_EQ(list["incomplete"][0]["connectionId"], id_);
  EXPECT_EQ(shown()["state"], "enabling");
  EXPECT_EQ(notice("last").status, 200);
  EXPECT_EQ(enabled.get(), 200);
  EXPECT_EQ(shown()["state"], "active");
  EXPECT_TRUE(eventually([&] { return told().find("challenge") != std::string::npos; }));
}

TEST_F(ConnectionEnablement, EnablingThatFailsLeavesItDisabled) {
  acme_.setMode(id_, "fails enabling");
  EXPECT_EQ(post("enable"), 503);
  EXPECT_EQ(shown()["state"], "disabled");
  EXPECT_EQ(notice("refused").status, 403);
  acme_.setMode(id_, "");
  EXPECT_EQ(post("enable"), 200);
  EXPECT_EQ(shown()["state"], "active");
}

TEST_F(ConnectionEnablement, EnabledAgainItStaysEnabledIfThatFails) {
  post("enable");
  acme_.setMode(id_, "fails enabling");
  EXPECT_EQ(post("enable"), 503);
  EXPECT_EQ(shown()["state"], "active");
  EXPECT_EQ(notice("taken").status, 200);
}

TEST_F(ConnectionEnablement, AHostThatDiesEnablingComesBackDisabled) {
  acme_.setMode(id_, "dies enabling");
  EXPECT_ANY_THROW(post("enable"));
  acme_.host.stop();
  acme_.host.start();
  EXPECT_EQ(shown()["state"], "disabled");
  EXPECT_THAT(shown()["health"].get<std::string>(), HasSubstr("did not come to its end"));
  EXPECT_EQ(notice("refused").status, 403);
  acme_.setMode(id_, "");
  EXPECT_EQ(post("enable"), 200);
  EXPECT_EQ(shown()["state"], "active");
}

TEST_F(ConnectionEnablement, DisablingHoldsIfThePluginFails) {
  acme_.setMode(id_, "fails disabling");
  post("enable");
  const HttpAnswer answer = acme_.call("POST", "/api/connections/" + id_ + "/disable");
  EXPECT_EQ(answer.status, 503);
  EXPECT_THAT(answer.body, HasSubstr("is disabled, but its plugin did not take note"));
  EXPECT_EQ(shown()["state"], "disabled");
  EXPECT_EQ(notice("refused").status, 403);
  EXPECT_EQ(kept(), Enablement::interrupted);
}

// A data folder of an older host doesn't hold the enablement, so the host asks the plugin once.
TEST_F(ConnectionEnablement, OfAnOlderFolderThePluginTellsWhatItIs) {
  post("enable");
  post("disable");
  inData([&](Database& database) {
    for (const std::string& id : {id_, other_})
      Connections(database).setEnablement({"main", id}, Enablement::unknown);
  });
  acme_.host.start();
  EXPECT_EQ(notice("refused").status, 403);
  EXPECT_EQ(acme_.get("/api/connections/" + other_)["state"], "active");
  letWorkRun();
  EXPECT_EQ(kept(), Enablement::disabled);
}

}  // namespace
}  // namespace host_stub_test
