// Tests the safety of pages in browsers: sign-in, and protection from other sites' pages. tests/pages tests
// their content in a browser.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"
#include "pages/browser.hpp"

namespace host_stub_test {
namespace {

class PageSecurity : public testing::Test {
 protected:
  AcmeHost acme_;
  Host& host_ = acme_.host;
  Browser browser_{host_};
};

TEST_F(PageSecurity, AsksWhoIsNotSignedInToSignInAndComeBack) {
  const HttpAnswer answer = browser_.get("/people?q=ada", {{"Sec-Fetch-Site", "none"}});
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.headers.at("Location"), "/sign-in?next=%2Fpeople%3Fq%3Dada");
}

TEST_F(PageSecurity, IsNotShownForATokenInTheWayOfPrograms) {
  const std::string token = host_.newUser("Hal", "hr");
  const HttpAnswer answer =
      host_.send("GET", host_.url() + "/new-hires", "",
                 {{"Accept", "text/html"}, {"Sec-Fetch-Site", "none"}, {"Authorization", "Bearer " + token}});
  EXPECT_EQ(answer.status, 303);
}

TEST_F(PageSecurity, LoadsRunsAndIsFramedByNothingElse) {
  browser_.signIn(host_.newUser("Hal", "hr"));
  for (const char* path : {"/sign-in", "/people", "/nowhere"}) {
    const Headers headers = browser_.get(path).headers;
    EXPECT_EQ(
        headers.at("Content-Security-Policy"),
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        << path;
    EXPECT_EQ(headers.at("Cache-Control"), "no-store") << path;
    EXPECT_EQ(headers.at("X-Content-Type-Options"), "nosniff") << path;
    EXPECT_EQ(headers.at("Referrer-Policy"), "same-origin") << path;
  }
}

TEST_F(PageSecurity, TakesNoFormWithoutTheTokenOfItsSignIn) {
  browser_.signIn(host_.newUser("Hal", "hr"));
  Browser other(host_);
  other.signIn(host_.newUser("Eve", "hr"));
  EXPECT_EQ(browser_.post("/sign-out", "").status, 403);
  EXPECT_EQ(browser_.post("/sign-out", "formToken=" + other.formToken()).status, 403);
  EXPECT_TRUE(browser_.isSignedIn());
  EXPECT_EQ(browser_.post("/sign-out", "formToken=" + browser_.formToken()).status, 303);
  EXPECT_FALSE(browser_.isSignedIn());
}

TEST_F(PageSecurity, TakesNoFormOfAnotherSite) {
  browser_.signIn(host_.newUser("Hal", "hr"));
  const std::string form = "formToken=" + browser_.formToken();
  for (const char* origin : {"https://elsewhere.example", "null", ""})
    EXPECT_EQ(browser_.post("/sign-out", form, {{"Origin", origin}}).status, 403) << origin;
  EXPECT_EQ(browser_.post("/sign-out", form, {{"Content-Type", "text/plain"}}).status, 403);
  EXPECT_TRUE(browser_.isSignedIn());
  EXPECT_EQ(browser_.post("/sign-out", form, {{"Origin", host_.url()}}).status, 303);
}

TEST_F(PageSecurity, SaysWhatIsWrongWithAnAddressThatCannotBeRead) {
  browser_.signIn(host_.newUser("Hal", "hr"));
  const HttpAnswer answer = browser_.get("/people?q=%zz");
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, testing::HasSubstr("check its percent-encoding"));
  EXPECT_TRUE(browser_.isSignedIn());
}

TEST_F(PageSecurity, RefusesAFileOfSettingsOfAnyDepthWithoutHarm) {
  const std::string connection = acme_.connect();
  browser_.signIn(host_.newUser("Ada", "admin"));
  const std::string form = "formToken=" + browser_.formToken() + "&file=";
  for (const std::string& file : {std::string(500000, '['), std::string("no file"), std::string("[]")}) {
    const HttpAnswer answer =
        browser_.post("/admin/connections/" + connection + "/settings/file", form + file);
    EXPECT_EQ(answer.status, 422) << file.substr(0, 10);
    EXPECT_THAT(answer.body, testing::HasSubstr("This is no file of settings"));
  }
}

class SigningIn : public PageSecurity {};

TEST_F(SigningIn, LeadsToAPageOfThisHostAlone) {
  const std::string token = host_.newUser("Hal", "hr");
  for (const char* next :
       {"https://elsewhere.example/", "//elsewhere.example/", "/%5Celsewhere.example", "people"})
    EXPECT_EQ(browser_.post("/sign-in", "token=" + token + "&next=" + next).headers.at("Location"), "/")
        << next;
  EXPECT_EQ(browser_.post("/sign-in", "token=" + token + "&next=%2Fpeople").headers.at("Location"),
            "/people");
}

TEST_F(SigningIn, KeepsTheSessionFromScriptsAndOtherSites) {
  const std::string cookie = browser_.signIn(host_.newUser("Hal", "hr")).headers.at("Set-Cookie");
  EXPECT_THAT(cookie, testing::HasSubstr("; HttpOnly; SameSite=Strict; "));
  EXPECT_THAT(cookie, testing::Not(testing::HasSubstr("Secure")));
}

TEST_F(SigningIn, KnowsTheSessionsOfTwoHostsOnOneMachineApart) {
  AcmeHost other;
  const auto nameAt = [](const Host& host, const std::string& token) {
    const std::string set = Browser(host).signIn(token).headers.at("Set-Cookie");
    return set.substr(0, set.find('='));
  };
  const std::string ours = nameAt(host_, host_.newUser("Hal", "hr"));
  EXPECT_EQ(ours, "host_stub_session_" + host_.url().substr(host_.url().rfind(':') + 1));
  EXPECT_NE(ours, nameAt(other.host, other.host.newUser("Hal", "hr")));
}

// Without https, a browser holds the cookie back after a link from another site, and doesn't say so.
TEST_F(SigningIn, IsNotAskedOfWhoIsSignedInAndComesByALink) {
  const HttpAnswer first = browser_.get("/people?q=ada");
  EXPECT_EQ(first.status, 200);
  EXPECT_THAT(first.body, testing::HasSubstr("url=/sign-in?next=%2Fpeople%3Fq%3Dada"));
  EXPECT_EQ(browser_.get("/sign-in?next=%2Fpeople%3Fq%3Dada").status, 200);
  browser_.signIn(host_.newUser("Hal", "hr"));
  const HttpAnswer again = browser_.get("/sign-in?next=%2Fpeople%3Fq%3Dada");
  EXPECT_EQ(again.status, 303);
  EXPECT_EQ(again.headers.at("Location"), "/people?q=ada");
  EXPECT_EQ(browser_.get("/sign-in?next=%2F%2Felsewhere.example").headers.at("Location"), "/");
}

// Browsers send Sec-Fetch-Site only to https addresses and to their own machine.
TEST_F(SigningIn, IsTakenOfABrowserThatTellsNoSite) {
  const std::string form = "next=%2Fpeople&token=" + host_.newUser("Hal", "hr");
  EXPECT_EQ(browser_.get("/sign-in").status, 200);
  const HttpAnswer elsewhere = browser_.post("/sign-in", form, {{"Origin", "http://elsewhere.example"}});
  EXPECT_EQ(elsewhere.status, 403);
  EXPECT_FALSE(elsewhere.headers.contains("Set-Cookie"));
  EXPECT_EQ(browser_.post("/sign-in", "token=wrong", {{"Origin", host_.url()}}).status, 401);
  for (const Headers& headers : {Headers{{"Origin", host_.url()}}, Headers{}}) {
    const HttpAnswer answer = browser_.post("/sign-in", form, headers);
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.headers.at("Location"), "/people");
    EXPECT_TRUE(answer.headers.contains("Set-Cookie"));
  }
}

// Loading the page once more would lose the form's content.
TEST_F(SigningIn, IsAskedAtOnceForAFormThatTellsNoSite) {
  const HttpAnswer answer =
      browser_.post("/people", "a=b", {{"Accept", "text/html"}, {"Origin", host_.url()}});
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.headers.at("Location"), "/sign-in");
}

TEST_F(SigningIn, OverHttpsKeepsTheSessionFromEverythingElse) {
  host_.stop();
  host_.options().more = {"--public-url", "https://hr.example.org"};
  host_.start();
  EXPECT_THAT(browser_.signIn(host_.newUser("Hal", "hr")).headers.at("Set-Cookie"),
              testing::AllOf(testing::StartsWith("__Host-host_stub_session_443="),
                             testing::HasSubstr("Path=/;"), testing::HasSubstr("; Secure")));
  const std::string form = "formToken=" + browser_.formToken();
  EXPECT_EQ(browser_.post("/sign-out", form, {{"Origin", "https://elsewhere.example.org"}}).status, 403);
  EXPECT_EQ(browser_.post("/sign-out", form, {{"Origin", "https://hr.example.org"}}).status, 303);
}

// The cookie has the public port in its name, which stays the same.
TEST_F(SigningIn, OutlivesTheHost) {
  host_.stop();
  host_.options().more = {"--public-url", "http://hr.example.org"};
  host_.start();
  browser_.signIn(host_.newUser("Hal", "hr"));
  host_.stop();
  host_.start();
  EXPECT_TRUE(browser_.isSignedIn());
}

TEST_F(SigningIn, EndsWithTheUser) {
  browser_.signIn(host_.newUser("Hal", "hr"));
  EXPECT_EQ(
      runProgram({HOST_STUB, "user", "remove", "--data", host_.data().string(), "--name", "Hal"}).status, 0);
  EXPECT_FALSE(browser_.isSignedIn());
}

TEST_F(SigningIn, ByALinkNeedsAClickAndWorksOnce) {
  host_.newUser("Hal", "hr");
  const std::vector<std::string> words{HOST_STUB, "user", "link", "--data", host_.data().string(),
                                       "--name",  "Hal"};
  std::string link = runProgram(words).out;
  link.pop_back();
  EXPECT_EQ(browser_.get(link).status, 200);  // mail servers open links too
  EXPECT_EQ(browser_.post(link, "").status, 303);
  EXPECT_EQ(browser_.post(link, "").status, 401);
}

TEST_F(SigningIn, ByALinkIsForUsersAlone) {
  const Ended ended =
      runProgram({HOST_STUB, "user", "link", "--data", host_.data().string(), "--name", "Nobody"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, testing::HasSubstr("--name: the company main has no user Nobody"));
}

TEST(ConnectionSettings, IsOfferedNothingThatItsPluginLacks) {
  Host host({MINIMAL, {}});
  const Json made =
      host.call("POST", "/api/connections", R"({"integration":"minimal-c","name":"Small"})").json();
  EXPECT_EQ(made["extensions"], Json::array());
  Browser browser(host);
  browser.signIn(host.newUser("Ada", "admin"));
  const HttpAnswer page = browser.get("/admin/connections/" + made["id"].get<std::string>());
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, testing::HasSubstr("Settings"));
  for (const char* missing : {"Catch-up", "Activity", "Sync now", "Why is someone not here?"})
    EXPECT_THAT(page.body, testing::Not(testing::HasSubstr(missing)));
}

}  // namespace
}  // namespace host_stub_test
