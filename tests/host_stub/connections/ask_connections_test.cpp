// Tests a connection whose plugin hangs, beside a sound one: lists and pages go on without it.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

using testing::HasSubstr;

class ConnectionQuestions : public testing::Test {
 protected:
  static std::string placeOf(const std::string& connection, const std::string& entry) {
    return "plugin acme, connection " + connection + ", " + entry + ": ";
  }
  // Repairs a connection, once its hanging call has ended and it answers again.
  void repair(const std::string& connection) {
    ASSERT_TRUE(eventually([&] {
      return acme_.call("PUT", "/api/connections/" + connection + "/settings", {{"mode", ""}}).status == 200;
    }));
  }
  bool isWhole() { return !acme_.get("/api/new-hires").contains("incomplete"); }

  AcmeHost acme_;
  std::string sound_ = acme_.connect("Sound"), hanging_ = acme_.connect("Hanging");
  std::string hire_ = acme_.stage(sound_, "a1");
};

TEST_F(ConnectionQuestions, AListGoesOnWithoutOneThatHangs) {
  acme_.setMode(hanging_, "hangs listing");
  const Json list = acme_.get("/api/new-hires");
  ASSERT_EQ(list["data"].size(), 1U) << list;
  EXPECT_EQ(list["data"][0]["id"], hire_);
  ASSERT_EQ(list["incomplete"].size(), 1U) << list;
  EXPECT_EQ(list["incomplete"][0]["connectionId"], hanging_);
  EXPECT_EQ(list["incomplete"][0]["reason"], placeOf(hanging_, "list_staged") + "did not answer within 3 s");
  EXPECT_EQ(acme_.call("GET", "/api/new-hires").json()["incomplete"][0]["reason"],
            placeOf(hanging_, "list_staged") + "still owes the answer to an earlier question");
}

TEST_F(ConnectionQuestions, OneThatHangsIsAskedAgainOnceItAnswers) {
  acme_.setMode(hanging_, "hangs listing");
  ASSERT_TRUE(acme_.get("/api/new-hires").contains("incomplete"));
  repair(hanging_);
  ASSERT_TRUE(eventually([&] { return isWhole(); }));
  acme_.stage(hanging_, "b1");
  EXPECT_EQ(acme_.get("/api/new-hires")["total"], 2);
}

TEST_F(ConnectionQuestions, TheStateOfOneThatHangsIsFailing) {
  acme_.setMode(hanging_, "hangs telling");
  const Json list = acme_.get("/api/connections");
  ASSERT_EQ(list["data"].size(), 2U) << list;
  EXPECT_EQ(list["data"][0]["state"], "active");
  EXPECT_EQ(list["data"][1]["state"], "failing");
  EXPECT_THAT(list["data"][1]["health"].get<std::string>(),
              HasSubstr(placeOf(hanging_, "status") + "still owes the answer to an earlier question"))
      << "that of the saving of its settings";
  EXPECT_EQ(acme_.get("/api/connections/" + hanging_)["state"], "failing");
  EXPECT_EQ(acme_.get("/api/connections/" + sound_)["state"], "active");
}

TEST_F(ConnectionQuestions, AFailedExtensionNamesItsConnection) {
  acme_.setMode(hanging_, "failing");
  EXPECT_EQ(acme_.get("/api/connections/" + hanging_ + "/why?q=x")["message"],
            placeOf(hanging_, "integration.explain/1") + "Acme is out of order");
}

// Hanging connections may hold all threads of their plugin; the plugin gets no further ones.
TEST_F(ConnectionQuestions, ManyThatHangHoldABoundedNumberOfThreads) {
  std::vector<std::string> hanging;
  for (int i = 0; i < 12; ++i) {
    hanging.push_back(acme_.connect("Hanging"));
    acme_.setMode(hanging.back(), "hangs listing");
  }
  const auto threads = [&] {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& thread :
         std::filesystem::directory_iterator("/proc/" + std::to_string(acme_.host.pid()) + "/task"))
      ++count;
    return count;
  };
  acme_.get("/api/connections");
  const std::size_t before = threads();
  for (int i = 0; i < 5; ++i) EXPECT_GE(acme_.get("/api/new-hires")["incomplete"].size(), 12U);
  EXPECT_LE(threads(), before + 12);
  for (const std::string& id : hanging) repair(id);
  EXPECT_TRUE(eventually([&] { return isWhole(); }));
}

}  // namespace
}  // namespace host_stub_test
