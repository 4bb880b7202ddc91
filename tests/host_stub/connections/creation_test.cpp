// Tests that POST /api/connections answers an error only if it created nothing.
#include "platform_fixture.hpp"

namespace host_stub {
namespace {

class ConnectionCreation : public OnAPlatform {
 protected:
  WebResponse create() {
    return ask("POST", "/api/connections", "", R"({"integration":"acme","name":"Acme"})");
  }
  void run(const char* sql) {
    platform_.database.write([&](SqlSession& session) { session.script(sql); });
  }
};

TEST_F(ConnectionCreation, IsUndoneIfItCannotBeAudited) {
  run("CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'refused'); END");
  EXPECT_GE(create().status, 500);
  EXPECT_TRUE(platform_.connections.list("main").empty());
  run("DROP TRIGGER refuse");
  EXPECT_EQ(create().status, 201);
  EXPECT_EQ(platform_.connections.list("main").size(), 1U);
}

TEST_F(ConnectionCreation, IsFailingIfItsSecretsCannotBeRead) {
  run("ALTER TABLE secrets RENAME TO elsewhere");
  const WebResponse made = create();
  EXPECT_EQ(made.status, 201) << made.body;
  EXPECT_NE(made.body.find("\"state\":\"failing\""), std::string::npos) << made.body;
  EXPECT_EQ(platform_.connections.list("main").size(), 1U);
  run("ALTER TABLE elsewhere RENAME TO secrets");
}

}  // namespace
}  // namespace host_stub
