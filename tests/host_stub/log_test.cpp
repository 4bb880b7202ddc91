// Searches the host's output for data that passed through the host.
#include <gmock/gmock.h>

#include "acme/host_process.hpp"

namespace host_stub_test {
namespace {

TEST(HostLog, HoldsNeitherSecretsNorAnythingOfAHire) {
  Connected connected;
  Host& host = connected.host;
  const std::string hr = host.newUser("Hal", "hr");
  connected.hire(
      R"({"name":"Zenobia Quartermain","email":"zenobia@private.example","phone":"+44 7700 900777",)"
      R"("jobTitle":"Cartographer","department":"Maps","salary":73219,"currency":"GBP"})");
  connected.hire(R"({"name":"Xanthippe","email":"xanthippe@private.example","jobTitle":"Oracle"})");
  const Json hires = connected.newHires(2);
  for (const Json& hire : hires) {
    const std::string path = "/api/new-hires/" + hire["id"].get<std::string>();
    host.callAs(hr, "PATCH", path, R"({"fields":{"managerName":"Ignatius Gatekeeper"}})");
    host.callAs(hr, "POST", path + "/promote", R"({"fields":{"employmentStartDate":"not-a-day-4711"}})");
    host.callAs(hr, "POST", path + "/promote", R"({"fields":{"workEmail":"work.address@company.example"}})");
    host.callAs(hr, "DELETE", path);
  }
  host.call("GET", "/api/why?q=zenobia@private.example");
  connected.deliver(R"({"action":"ping","data":{"name":"Zenobia Quartermain"})");
  connected.deliverSigned(R"({"email":"zenobia@private.example"})", "sha256=00");
  host.send("POST", host.url() + "/sign-in", "token=" + hr,
            {{"Content-Type", "application/x-www-form-urlencoded"}});
  const std::string key = connected.apiKey;
  host.call("PUT", "/api/connections/" + connected.id + "/settings", R"({"apiKey":"a-refused-key-4711"})");
  host.stop();

  const std::string log = host.log();
  EXPECT_THAT(log, testing::HasSubstr("plugin loaded"));
  for (const std::string& secret :
       {key, connected.secretToken, hr, std::string("a-refused-key-4711"), std::string("Zenobia"),
        std::string("Quartermain"), std::string("Xanthippe"), std::string("private.example"),
        std::string("900777"), std::string("73219"), std::string("Gatekeeper"), std::string("Cartographer"),
        std::string("not-a-day-4711"), std::string("work.address")})
    EXPECT_EQ(log.find(secret), std::string::npos) << secret.substr(0, 6) << "...";
}

}  // namespace
}  // namespace host_stub_test
