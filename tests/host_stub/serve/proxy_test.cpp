// Tests the host behind a proxy, which this test plays: sign-in, throttling and access to metrics.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"
#include "pages/browser.hpp"

namespace host_stub_test {
namespace {

using testing::HasSubstr;
using testing::Not;

Headers from(const std::string& client) {
  return {{"X-Forwarded-For", client}};
}

class SignInThrottle : public testing::Test {
 protected:
  explicit SignInThrottle(std::vector<std::string> more = {"--trusted-proxy", "127.0.0.1/32"})
      : host_({ACME, std::move(more)}), hal_(host_.newUser("Hal", "hr")) {}

  HttpAnswer signIn(const std::string& token, const Headers& headers = {}) const {
    return Browser(host_).post("/sign-in", "token=" + token, headers);
  }
  void fail(int times, const Headers& headers = {}) const {
    for (int i = 0; i < times; ++i) EXPECT_EQ(signIn("wrong", headers).status, 401);
  }
  std::string newLink() const {
    std::string link =
        runProgram({HOST_STUB, "user", "link", "--data", host_.data().string(), "--name", "Hal"}).out;
    link.pop_back();
    return link;
  }

  Host host_;
  const std::string hal_;
};

TEST_F(SignInThrottle, WithAWrongTokenIsSlowedDownAlone) {
  fail(10, from("203.0.113.9"));
  const HttpAnswer slowed = signIn("wrong", from("203.0.113.9"));
  EXPECT_EQ(slowed.status, 429);
  EXPECT_TRUE(slowed.headers.contains("Retry-After"));
  EXPECT_EQ(signIn("wrong", from("203.0.113.10")).status, 401);
}

TEST_F(SignInThrottle, WithARightTokenIsNeverRefused) {
  fail(10, from("203.0.113.9"));
  for (const char* client : {"203.0.113.9", "203.0.113.10"})
    EXPECT_EQ(signIn(hal_, from(client)).status, 303) << client;
}

TEST_F(SignInThrottle, WithAGoodLinkIsNeverRefused) {
  fail(10, from("203.0.113.9"));
  const std::string link = newLink();
  EXPECT_EQ(Browser(host_).post(link, "", from("203.0.113.9")).status, 303);
}

TEST_F(SignInThrottle, ThatIsSlowedDownSaysNothingOfTheLink) {
  fail(10, from("203.0.113.9"));
  const HttpAnswer answer = Browser(host_).post("/sign-in/no-such-link", "", from("203.0.113.9"));
  EXPECT_EQ(answer.status, 429);
  EXPECT_THAT(answer.body, Not(HasSubstr("used already")));
  EXPECT_THAT(answer.body, HasSubstr("five minutes"));
}

TEST_F(SignInThrottle, IsCountedByWhatTheProxyAddedAlone) {
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(signIn("wrong", from("198.51.100." + std::to_string(i) + ", 203.0.113.9")).status, 401);
  EXPECT_EQ(signIn("wrong", from("198.51.100.99, 203.0.113.9")).status, 429);
}

class DirectSignIn : public SignInThrottle {
 protected:
  DirectSignIn() : SignInThrottle({"--trusted-proxy", "192.0.2.1,192.0.2.2"}) {}
};

TEST_F(DirectSignIn, IsCountedByItsOwnAddress) {
  for (int i = 0; i < 10; ++i) fail(1, from("203.0.113." + std::to_string(i)));
  EXPECT_EQ(signIn("wrong", from("203.0.113.99")).status, 429);
}

TEST(Metrics, AreForAnOwnersTokenAlone) {
  Host host({ACME, {}});
  const std::string hr = host.newUser("Hal", "hr"), url = host.url() + "/metrics";
  for (const Headers& headers : {Headers{}, from("203.0.113.9"), Headers{{"Host", "evil.test"}},
                                 Headers{{"Authorization", "Bearer x"}}})
    EXPECT_EQ(host.send("GET", url, "", headers).status, 401) << testing::PrintToString(headers);
  EXPECT_EQ(host.callAs(hr, "GET", "/metrics").status, 403);
  EXPECT_THAT(host.call("GET", "/metrics").body, HasSubstr("http_connections"));
  EXPECT_EQ(host.call("DELETE", "/metrics").status, 405);
}

TEST(Metrics, AreOpenOnTheirOwnListener) {
  Host host({ACME, {"--metrics-listen", "127.0.0.1:0"}});
  const std::string before = "\"url\":\"";
  ASSERT_TRUE(eventually([&] { return host.log().find(before) != std::string::npos; }));
  const std::string log = host.log();
  const std::size_t at = log.find(before) + before.size();
  const std::string url = log.substr(at, log.find('"', at) - at);
  ASSERT_THAT(url, testing::EndsWith("/metrics")) << log;
  const HttpAnswer answer = host.send("GET", url, "", {});
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.body, HasSubstr("http_connections"));
  EXPECT_EQ(host.send("POST", url, "x", {}).status, 405);
  EXPECT_EQ(host.send("GET", url.substr(0, url.rfind('/')) + "/people", "", {}).status, 404);
  for (const Headers& headers : {Headers{{"Host", "evil.test"}}, from("203.0.113.9")})
    EXPECT_EQ(host.send("GET", url, "", headers).status, 403) << testing::PrintToString(headers);
}

}  // namespace
}  // namespace host_stub_test
