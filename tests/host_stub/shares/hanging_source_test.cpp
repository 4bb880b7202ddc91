// Tests a source that takes the request of an admin's change and never answers: only that change waits.
#include <gtest/gtest.h>

#include <filesystem>
#include <future>
#include <sstream>

#include "api/api.hpp"
#include "host_net/scripted_server.hpp"

namespace host_stub::test {
namespace {

const User kAcme{"u1", "acme", "Ann", Role::owner, 0}, kBolt{"u2", "bolt", "Bo", Role::owner, 0};

class TempData {
 public:
  TempData() {
    std::string name = (std::filesystem::temp_directory_path() / "shares_XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path = name;
  }
  ~TempData() { std::filesystem::remove_all(path); }
  TempData(const TempData&) = delete;
  TempData& operator=(const TempData&) = delete;

  std::filesystem::path path;
};

class HangingSource : public testing::Test {
 protected:
  HangingSource() {
    for (LiveConnection* connection : {mine_.get(), other_.get(), theirs_.get()}) connection->enable("");
    saving_ = std::async(std::launch::async, [this] { return save("asks Acme").status; });
    EXPECT_TRUE(eventually([this] { return source_.open() == 1; }));
  }

  PlatformOptions options() const {
    PlatformOptions made;
    made.plugins = ACME;
    made.data = data_.path;
    made.routes = {parseRoute("https://acme.example=http://127.0.0.1:" + std::to_string(source_.port()))};
    return made;
  }
  WebResponse ask(const User& user, const std::string& method, const std::string& path,
                  const integration::Json& body = integration::Json::object()) {
    WebRequest request;
    request.method = method;
    request.path = path;
    request.body = integration::dumpJson(body);
    return api_.answer(user, request);
  }
  WebResponse save(const std::string& mode) {
    return ask(kAcme, "PUT", path_ + "/settings", {{"mode", mode}});
  }
  bool stillWaits() { return saving_.wait_for(std::chrono::seconds(0)) != std::future_status::ready; }
  static int deliverTo(LiveConnection& connection) {
    integration::WebhookRequest delivery;
    delivery.body = R"({"hire":{"id":"a1","fields":{"firstName":"Amara"}}})";
    return connection.deliver(delivery).httpStatus;
  }

  ScriptedServer source_{[](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.waitForClose();
  }};
  const TempData data_;
  std::ostringstream said_;
  LogWriter log_{said_};
  Platform platform_{options(), log_};
  ConnectionHub hub_{platform_};
  ConnectionRemover removals_{platform_, hub_};
  const std::string url_ = "http://127.0.0.1";
  Api api_{platform_, hub_, removals_, url_};
  const std::shared_ptr<LiveConnection> mine_ = hub_.create("acme", "acme", "Mine", {}),
                                        other_ = hub_.create("acme", "acme", "Other", {}),
                                        theirs_ = hub_.create("bolt", "acme", "Theirs", {});
  const std::string path_ = "/api/connections/" + mine_->key().connection;
  std::future<int> saving_;
};

TEST_F(HangingSource, LetsEverythingElseBeAnswered) {
  for (const User& user : {kAcme, kBolt})
    for (const char* path : {"/api/connections", "/api/new-hires", "/api/people", "/api/lists", "/api/audit"})
      EXPECT_EQ(ask(user, "GET", path).status, 200) << path;
  for (LiveConnection* connection : {mine_.get(), other_.get(), theirs_.get()})
    EXPECT_EQ(deliverTo(*connection), 200);
  EXPECT_EQ(ask(kAcme, "GET", path_).status, 200) << "another request to the same connection";
  EXPECT_EQ(ask(kAcme, "POST", "/api/connections/" + other_->key().connection + "/disable").status, 200);
  EXPECT_TRUE(stillWaits());
  EXPECT_EQ(saving_.get(), 503);
}

TEST_F(HangingSource, LetsASecondChangeBeRefused) {
  const WebResponse second = save("another"), disabled = ask(kAcme, "POST", path_ + "/disable");
  for (const WebResponse& refused : {second, disabled}) {
    EXPECT_EQ(refused.status, 409);
    EXPECT_NE(refused.body.find("somebody else is changing this connection right now"), std::string::npos);
  }
  EXPECT_TRUE(stillWaits());
  EXPECT_EQ(saving_.get(), 503);
  EXPECT_EQ(save("another").status, 200) << "the claim ended with the change";
}

TEST_F(HangingSource, LetsTheConnectionBeDeleted) {
  EXPECT_EQ(ask(kAcme, "DELETE", path_).status, 204);
  EXPECT_GE(saving_.get(), 400);
  EXPECT_EQ(ask(kAcme, "GET", path_).status, 404);
}

}  // namespace
}  // namespace host_stub::test
