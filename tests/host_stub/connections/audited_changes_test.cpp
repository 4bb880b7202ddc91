// Tests that a change and its line in the audit trail are kept together, or neither is.
#include "platform_fixture.hpp"

namespace host_stub {
namespace {

// A change that a user asks for, and where the API shows whether it happened.
struct Change {
  std::string action, method, path, body, shownAt;
};

class AuditedChanges : public OnAPlatform {
 protected:
  AuditedChanges() {
    live_->enable(std::string("u1"));
    for (const char* hire : {"a1", "a2", "a3"}) stage(hire);
    run("CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'refused'); END");
  }

  void run(const char* sql) {
    platform_.database.write([&](SqlSession& session) { session.script(sql); });
  }
  WebResponse ask(const Change& change) {
    const std::size_t query = change.path.find('?');
    return OnAPlatform::ask(change.method, change.path.substr(0, query),
                            query == std::string::npos ? "" : change.path.substr(query + 1), change.body);
  }
  // Leaves out the health, which tells of the attempt.
  integration::Json shown(const Change& change) {
    integration::Json view =
        integration::parseJson(bodyOf(OnAPlatform::ask("GET", change.shownAt)), "the answer");
    view.erase("health");
    return view;
  }
  std::string bodyOf(const WebResponse& answer) {
    return answer.json ? integration::dumpJson(*answer.json) : answer.body;
  }
  std::vector<std::string> actions() {
    std::vector<std::string> actions;
    for (const AuditRecord& record : platform_.audit.list("main", {}).data) actions.push_back(record.action);
    return actions;
  }

  const std::shared_ptr<LiveConnection> live_ = hub_.create("main", "acme", "Acme", {});
  const std::string connection_ = "/api/connections/" + live_->key().connection;
  const std::string hires_ = "/api/new-hires/" + live_->key().connection;

  std::vector<Change> changes() const {
    return {
        {"list.change", "PUT", "/api/lists/departments", R"({"values":["Design"]})",
         "/api/lists/departments"},
        {"member-form.change", "PUT", "/api/member-form", R"({"required":["workEmail"]})",
         "/api/member-form"},
        {"member-form.change", "PUT", "/api/member-form", R"({"required":[]})", "/api/member-form"},
        {"notifications.settings", "PUT", "/api/notifications/settings",
         R"({"recipients":[{"email":"ada@acme.example","kinds":["new_hire"]}]})",
         "/api/notifications/settings"},
        {"new-hire.edit", "PATCH", hires_ + "-a1", R"({"fields":{"jobTitle":"Architect"}})", hires_ + "-a1"},
        {"new-hire.promote", "POST", hires_ + "-a1/promote", "{}", "/api/people"},
        {"new-hire.delete", "DELETE", hires_ + "-a2", "", hires_ + "-a2"},
        {"new-hire.restore", "POST", hires_ + "-a2/restore", "{}", hires_ + "-a2"},
        {"connection.settings", "PUT", connection_ + "/settings", R"({"mode":""})",
         connection_ + "/settings"},
        {"connection.disable", "POST", connection_ + "/disable", "", connection_},
        {"connection.enable", "POST", connection_ + "/enable", "", connection_},
        {"connection.delete", "DELETE", connection_ + "?data=keep", "", "/api/connections"},
    };
  }

 private:
  void stage(const std::string& application) {
    const std::string body =
        R"({"hire":{"id":")" + application +
        R"(","fields":{"firstName":"Amara","lastName":"Okafor","jobTitle":"Engineer"}}})";
    integration::WebhookRequest delivery;
    delivery.method = "POST";
    delivery.body = body;
    ASSERT_EQ(live_->deliver(delivery).httpStatus, 200);
  }
};

TEST_F(AuditedChanges, HappenWithTheirRecordOrNotAtAll) {
  for (const Change& change : changes()) {
    const integration::Json before = shown(change);
    const std::vector<std::string> told = actions();
    EXPECT_GE(ask(change).status, 500) << change.action;
    EXPECT_EQ(shown(change), before) << change.action;
    EXPECT_EQ(actions(), told) << change.action;

    run("DROP TRIGGER refuse");
    const WebResponse done = ask(change);
    EXPECT_LT(done.status, 300) << change.action << bodyOf(done);
    ASSERT_EQ(actions().size(), told.size() + 1) << change.action;
    EXPECT_EQ(actions().front(), change.action);
    run("CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'refused'); END");
  }
}

}  // namespace
}  // namespace host_stub
