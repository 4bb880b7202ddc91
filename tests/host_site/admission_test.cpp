// Tests admission by the head alone: the bodies of these requests never arrive.
#include "site_fixture.hpp"

namespace host_stub::test {
namespace {

class Admissions : public SiteFixture {
 protected:
  Admissions() {
    const Connection gone = platform_->connections.create("main", "gone", "Its plugin is gone", unixNow());
    platform_->connections.enable(gone.key, unixNow());
    build();
    serve();
    hub_->create("main", "ashby", "Ashby", {})->enable("");
    for (const Connection& connection : platform_->connections.list("main"))
      (connection.integration == "gone" ? gone_ : ashby_) = "/hooks/" + connection.urlToken;
  }

  // Sends a head that announces a body of `length` bytes; returns the answer to the head.
  RawAnswer announce(const std::string& line, const std::string& headers = "", std::size_t length = 900000) {
    last_.emplace(client());
    return last_->ask(line + " HTTP/1.1\r\nHost: t\r\nContent-Length: " + std::to_string(length) + "\r\n" +
                      headers + "\r\n");
  }
  // Returns whether the server lets the body come (status 100).
  bool isAdmitted(const std::string& line, const std::string& headers, std::size_t length) {
    return announce(line, headers + "Expect: 100-continue\r\n", length).status == 100;
  }
  static std::string bearer(const std::string& token) { return "Authorization: Bearer " + token + "\r\n"; }

  std::string gone_, ashby_;
  std::optional<RawClient> last_;
};

constexpr std::size_t kKiB = 1024, kMiB = 1024 * kKiB;
const std::string kForm = "Content-Type: application/x-www-form-urlencoded\r\n";
const std::string kSigned = "Ashby-Signature: sha256=0\r\n";

TEST_F(Admissions, DeliveryToAnUnknownUrlIs404) {
  EXPECT_EQ(announce("POST /hooks/nowhere").status, 404);
  EXPECT_EQ(announce("POST /hooks/").status, 404);
  EXPECT_EQ(announce("POST /hooks/nowhere/more", kSigned).status, 404);
  EXPECT_LT(bufferedBytes(), 16 * 1024);
}

TEST_F(Admissions, DeliveryToAMissingPluginIs503) {
  const RawAnswer answer = announce("POST " + gone_);
  EXPECT_EQ(answer.status, 503);
  EXPECT_TRUE(hasHeader(answer, "Retry-After: 5"));
}

TEST_F(Admissions, DeliveryByAnotherMethodIs405) {
  const RawAnswer answer = announce("PUT " + ashby_);
  EXPECT_EQ(answer.status, 405);
  EXPECT_TRUE(hasHeader(answer, "Allow: POST"));
}

TEST_F(Admissions, DeliveryWithoutItsSignatureIs401) {
  EXPECT_EQ(announce("POST " + ashby_).status, 401);
  EXPECT_EQ(announce("POST " + ashby_, "", 5 * kMiB).status, 401) << "before 413";
  EXPECT_TRUE(last_->closedWithin(std::chrono::seconds(8)));
}

TEST_F(Admissions, DeliveryWithASignatureIsRead) {
  EXPECT_TRUE(isAdmitted("POST " + ashby_, kSigned, 4 * kMiB));
  EXPECT_EQ(announce("POST " + ashby_, kSigned, 4 * kMiB + 1).status, 413);
  EXPECT_EQ(ask(post(ashby_, "{}", kSigned)).status, 401) << "by the plugin";
}

TEST_F(Admissions, DeliveryWhileTheHostStopsIs503) {
  site_->stopServing();
  EXPECT_EQ(announce("POST " + ashby_).status, 503);
  EXPECT_EQ(announce("POST /hooks/nowhere").status, 404);
}

TEST_F(Admissions, ApiNeedsATokenFirst) {
  const std::string viewer = bearer(newUser(Role::viewer));
  const RawAnswer stranger = announce("POST /api/connections");
  EXPECT_EQ(stranger.status, 401);
  EXPECT_TRUE(hasHeader(stranger, "WWW-Authenticate: Bearer"));
  EXPECT_EQ(announce("POST /api/nowhere", bearer("none")).status, 401);
  EXPECT_EQ(announce("POST /api/nowhere", viewer).status, 404);
  EXPECT_EQ(announce("PATCH /api/people", viewer).status, 405);
  EXPECT_EQ(announce("POST /api/connections", viewer).status, 403);
  EXPECT_TRUE(last_->closedWithin(std::chrono::seconds(8)));
  EXPECT_LT(bufferedBytes(), 16 * 1024);
}

TEST_F(Admissions, StrangersBodyIsNotRead) {
  EXPECT_EQ(announce("POST /api/connections", "", 64 * kMiB).status, 401);
  const std::string part(kMiB, 'x');
  int sent = 0;
  while (sent < 64 && last_->send(part)) ++sent;
  EXPECT_LT(sent, 64);
  EXPECT_LT(bufferedBytes(), 16 * 1024);
}

TEST_F(Admissions, BodiesHaveTheLimitOfTheirPath) {
  const std::string owner = bearer(newUser(Role::owner));
  EXPECT_FALSE(isAdmitted("GET /readyz", "", 1));
  EXPECT_TRUE(isAdmitted("POST /sign-in", kForm, 16 * kKiB));
  EXPECT_FALSE(isAdmitted("POST /sign-in", kForm, 16 * kKiB + 1));
  EXPECT_FALSE(isAdmitted("POST /sign-in/link", kForm, 16 * kKiB + 1));
  EXPECT_TRUE(isAdmitted("POST /api/connections", owner, kMiB));
  EXPECT_FALSE(isAdmitted("POST /api/connections", owner, kMiB + 1));
  for (const char* line : {"PUT /api/lists/departments", "PUT /api/connections/1/settings"}) {
    EXPECT_TRUE(isAdmitted(line, owner, 4 * kMiB)) << line;
    EXPECT_FALSE(isAdmitted(line, owner, 4 * kMiB + 1)) << line;
  }
}

TEST_F(Admissions, PageAsksStrangersToSignInFirst) {
  const RawAnswer answer = announce("POST /new-hires/1", kForm);
  EXPECT_EQ(answer.status, 303);
  EXPECT_TRUE(hasHeader(answer, "Location: /sign-in"));
  EXPECT_EQ(announce("POST /new-hires/1", kForm + "Cookie: host_stub_session_80=none\r\n").status, 303);
  EXPECT_EQ(announce("POST /new-hires/1").status, 403) << "not a form";
  EXPECT_EQ(announce("POST /new-hires/1", kForm + "Origin: http://evil.test\r\n").status, 403);
}

TEST_F(Admissions, PageNeedsTheRightFirst) {
  const RawAnswer signedIn = ask(post("/sign-in", "token=" + newUser(Role::viewer), kForm));
  ASSERT_EQ(signedIn.status, 303);
  const std::size_t cookie = signedIn.head.find("host_stub_session_");
  const std::string viewer = kForm + "Accept: text/html\r\nCookie: " +
                             signedIn.head.substr(cookie, signedIn.head.find(';', cookie) - cookie) + "\r\n";
  EXPECT_EQ(announce("POST /new-hires/1", viewer).status, 403);
  EXPECT_EQ(announce("POST /nowhere", viewer).status, 404);
  EXPECT_EQ(announce("POST /people", viewer).status, 405);
  EXPECT_TRUE(isAdmitted("POST /sign-out", viewer, 100));
}

}  // namespace
}  // namespace host_stub::test
