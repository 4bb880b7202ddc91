#include <fstream>

#include "acme/host_process.hpp"

namespace host_stub_test {
namespace {

std::string fixture(const std::string& name) {
  std::ifstream in(std::string(ASHBY_FIXTURES) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(DeliveryApi, OfEveryExampleIsTakenByteForByte) {
  Connected connected;
  for (const char* name : {"ping", "applicationUpdate_hired", "candidateHire", "offerUpdate", "offerDelete",
                           "candidateMerge", "candidateDelete"})
    EXPECT_EQ(connected.deliver(fixture("webhook_" + std::string(name) + ".raw")).status, 200) << name;
}

TEST(DeliveryApi, WithoutATrueSignatureIs401) {
  Connected connected;
  EXPECT_EQ(connected.host.send("POST", connected.requestUrl, "{}", {}).status, 401);
  EXPECT_EQ(connected.deliverSigned("{}", sign("another secret", "{}")).status, 401);
  std::size_t rejected = 0;
  for (const Json& line : connected.activity()) rejected += line["outcome"] == "rejected" ? 1U : 0U;
  EXPECT_EQ(rejected, 1U) << "the wrong one; the plugin hears nothing of one that is missing: "
                          << connected.activity();
}

TEST(DeliveryApi, ThatIsAuthenticAndUnusableIs200AndSeen) {
  Connected connected;
  const std::vector<std::string> bodies = {"",           "not json",
                                           "\xff\xfe{}", std::string(100000, '['),
                                           "[]",         R"({"action":"candidateHire","data":[]})"};
  const std::size_t before = connected.activity().size();
  for (const std::string& body : bodies) EXPECT_EQ(connected.deliver(body).status, 200) << body.substr(0, 20);
  EXPECT_TRUE(eventually([&] { return connected.activity().size() >= before + bodies.size(); }))
      << connected.activity();
}

// In the contract's table, the first row that applies decides.
TEST(DeliveryApi, IsAnsweredByTheFirstRowThatApplies) {
  Connected connected;
  const std::string large(32 * 1024 * 1024, ' ');
  EXPECT_EQ(connected.host.send("POST", connected.host.url() + "/hooks/nowhere", "{}", {}).status, 404);
  EXPECT_EQ(connected.host.send("POST", connected.host.url() + "/hooks/nowhere", large, {}).status, 404);
  EXPECT_EQ(connected.host.send("GET", connected.requestUrl, "", {}).status, 405);
  EXPECT_EQ(connected.host.send("PUT", connected.requestUrl, large, {}).status, 405);
  EXPECT_EQ(connected.deliver(large).status, 413);
  EXPECT_EQ(connected.deliver(std::string(4 * 1024 * 1024 + 1, ' ')).status, 413);
  EXPECT_EQ(connected.deliver(std::string(4 * 1024 * 1024, ' ')).status, 200);
}

TEST(DeliveryApi, OfATooLargeBodyIsSeen) {
  Connected connected;
  EXPECT_EQ(connected.deliver(std::string(5 * 1024 * 1024, ' ')).status, 413);
  const Json line = connected.activity()[0];
  EXPECT_EQ(line["outcome"], "rejected") << line;
  EXPECT_NE(line["reason"].get<std::string>().find("4 MiB"), std::string::npos) << line;
}

TEST(DeliveryApi, ToADisabledConnectionIs403) {
  Connected connected;
  EXPECT_EQ(connected.host.call("POST", "/api/connections/" + connected.id + "/disable").status, 200);
  EXPECT_EQ(connected.deliver("{}").status, 403);
  EXPECT_EQ(connected.deliver(std::string(5 * 1024 * 1024, ' ')).status, 403);
  EXPECT_EQ(connected.host.send("GET", connected.requestUrl, "", {}).status, 403);
  EXPECT_EQ(connected.connection()["state"], "disabled");
}

TEST(DeliveryApi, OfTheSameHireInEveryFormIsOneNewHire) {
  Connected connected;
  connected.ashby("POST", "/_control/webhooks",
                  integration::dumpJson({{"webhookType", "candidateHire"},
                                         {"requestUrl", connected.requestUrl},
                                         {"secretToken", connected.secretToken}}));
  const std::string application = connected.hire(R"({"name":"Amara Okafor"})");
  ASSERT_EQ(connected.newHires(1).size(), 1U);
  const std::string again =
      integration::dumpJson({{"action", "applicationUpdate"},
                             {"data", {{"application", {{"id", application}, {"status", "Hired"}}}}}});
  EXPECT_EQ(connected.deliver(again).status, 200);
  EXPECT_EQ(connected.newHires(1).size(), 1U);

  const std::string id = connected.newHires(1)[0]["id"].get<std::string>();
  EXPECT_EQ(connected.host.call("POST", "/api/new-hires/" + id + "/promote").status, 200);
  EXPECT_EQ(connected.deliver(again).status, 200);
  EXPECT_EQ(connected.newHires(0).size(), 0U);
  EXPECT_EQ(connected.host.call("GET", "/api/people").json()["total"], 1);
}

}  // namespace
}  // namespace host_stub_test
