// POST /api/connections answers an error only if nothing was created.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <sstream>

#include "api/api.hpp"

namespace host_stub {
namespace {

class CreatingAConnection : public testing::Test {
 protected:
  CreatingAConnection() : folder_(makeFolder()), log_(said_), platform_(options(), log_) {}
  ~CreatingAConnection() override { std::filesystem::remove_all(folder_); }

  WebResponse create() {
    WebRequest request;
    request.method = "POST";
    request.path = "/api/connections";
    request.body = R"({"integration":"acme","name":"Acme"})";
    return api_.answer(owner_, request);
  }
  void run(const char* sql) {
    platform_.database.write([&](SqlSession& session) { session.script(sql); });
  }

  static std::filesystem::path makeFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "creation_test.XXXXXX").string();
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
  const std::string publicUrl_ = "http://127.0.0.1";
  Api api_{platform_, hub_, removals_, publicUrl_};
  const User owner_{"u1", "main", "Olu", Role::owner};
};

TEST_F(CreatingAConnection, IsUndoneIfItCannotBeAudited) {
  run("CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'refused'); END");
  EXPECT_GE(create().status, 500);
  EXPECT_TRUE(platform_.connections.list("main").empty());
  run("DROP TRIGGER refuse");
  EXPECT_EQ(create().status, 201);
  EXPECT_EQ(platform_.connections.list("main").size(), 1U);
}

TEST_F(CreatingAConnection, IsFailingIfItsSecretsCannotBeRead) {
  run("ALTER TABLE secrets RENAME TO elsewhere");
  const WebResponse made = create();
  EXPECT_EQ(made.status, 201) << made.body;
  EXPECT_NE(made.body.find("\"state\":\"failing\""), std::string::npos) << made.body;
  EXPECT_EQ(platform_.connections.list("main").size(), 1U);
  run("ALTER TABLE elsewhere RENAME TO secrets");
}

}  // namespace
}  // namespace host_stub
