// Tests the address on which the host listens, and the address that people and sources know.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"
#include "pages/browser.hpp"

namespace host_stub_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

// An Acme host with this public URL. Requests reach it as if through a proxy that sets its own Host header.
struct Known {
  explicit Known(const std::string& publicUrl) : host({ACME, {"--public-url", publicUrl}}) {}

  std::string requestUrl() {
    const Json made = host.call("POST", "/api/connections", R"({"integration":"acme","name":"Acme"})").json();
    return host.call("POST", "/api/connections/" + made["id"].get<std::string>() + "/enable")
        .json()["requestUrl"]
        .get<std::string>();
  }
  HttpAnswer signInFrom(const std::string& origin, const std::string& more = "") {
    Browser browser(host);
    const std::string token = host.newUser("Hal" + std::to_string(++users), "hr");
    Headers headers = {{"Origin", origin}};
    if (!more.empty()) headers["Accept"] = more;
    return browser.post("/sign-in", "token=" + token, headers);
  }

  Host host;
  int users = 0;
};

TEST(PublicUrlOption, IsWhatBrowsersMakeOfIt) {
  for (const char* typed : {"https://hr.example.com:443", "https://HR.example.com", "HTTPS://hr.example.com/",
                            " https://hr.example.com", "https://hr.example.com."}) {
    Known known(typed);
    EXPECT_THAT(known.requestUrl(), StartsWith("https://hr.example.com/hooks/")) << typed;
    const HttpAnswer answer = known.signInFrom("https://hr.example.com");
    EXPECT_EQ(answer.status, 303) << typed << answer.body;
    EXPECT_THAT(answer.headers.at("Set-Cookie"), HasSubstr("; Secure")) << typed;
  }
  Known known("https://m\xc3\xbcller.example");
  EXPECT_THAT(known.requestUrl(), StartsWith("https://xn--mller-kva.example/hooks/"));
  EXPECT_EQ(known.signInFrom("https://xn--mller-kva.example").status, 303);
}

TEST(PublicUrlOption, IsNamedToWhoComesFromElsewhere) {
  Known known("https://hr.example.com");
  for (const char* accept : {"", "text/html"}) {
    const HttpAnswer refused = known.signInFrom("https://people.example.com:8443", accept);
    EXPECT_EQ(refused.status, 403);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("people.example.com:8443"), HasSubstr("hr.example.com"),
                                    HasSubstr("--public-url")));
  }
  for (const char* origin : {"null", "http://hr.example.com", "https://hr.example.com.evil.test",
                             "https://hr.example.com@evil.test", "hr.example.com"})
    EXPECT_EQ(known.signInFrom(origin).status, 403) << origin;
}

TEST(Program, RefusesAddressesItCannotUse) {
  for (const auto& [option, value] :
       std::vector<std::pair<std::string, std::string>>{{"--public-url", "hr.example.com"},
                                                        {"--public-url", "https://"},
                                                        {"--public-url", "ftp://hr.example.com"},
                                                        {"--public-url", "https://hr.example.com?x=1"},
                                                        {"--public-url", "https://hr.example.com/hr"},
                                                        {"--public-url", ""},
                                                        {"--listen", "*:8096"},
                                                        {"--listen", ":::0"},
                                                        {"--listen", "::1:0"},
                                                        {"--smtp", "mail.example.com:25"},
                                                        {"--smtp", "127.0.0.1:0"},
                                                        {"--smtp", "127.0.0.1"}}) {
    std::vector<std::string> words = {HOST_STUB, "serve", "--plugins", ACME, "--data", "/nowhere"};
    if (option != "--listen") words.insert(words.end(), {"--listen", "127.0.0.1:0"});
    words.insert(words.end(), {option, value, "--mail-from", "hr@example.org"});
    const Ended ended = runProgram(words);
    EXPECT_EQ(ended.status, 2) << option << " " << value;
    EXPECT_THAT(ended.err, StartsWith("host_stub: " + option + " ")) << value;
    EXPECT_EQ(ended.err.find('\n'), ended.err.size() - 1) << ended.err;
  }
}

TEST(ListenAddress, OfIpv6IsListenedOn) {
  for (const auto& [listen, shown] : std::vector<std::pair<std::string, std::string>>{
           {"[::1]:0", "http://[::1]:"}, {"[::ffff:127.0.0.1]:0", "http://127.0.0.1:"}}) {
    Host host({.plugins = ACME, .more = {}, .under = {}, .listen = listen});
    EXPECT_THAT(host.url(), StartsWith(shown));
    EXPECT_EQ(host.call("GET", "/readyz").status, 200) << listen;
    EXPECT_EQ(Browser(host).post("/sign-in", "token=wrong", {{"Origin", host.url()}}).status, 401);
  }
}

TEST(ListenAddress, ThatStandsForAllIsInNoRequestUrl) {
  for (const auto& [listen, base] : std::vector<std::pair<std::string, std::string>>{
           {"0.0.0.0:0", "http://127.0.0.1:"}, {"[::]:0", "http://[::1]:"}}) {
    Host host({.plugins = ACME, .more = {}, .under = {}, .listen = listen});
    const Json made = host.call("POST", "/api/connections", R"({"integration":"acme","name":"Acme"})").json();
    const std::string path = "/api/connections/" + made["id"].get<std::string>();
    const Json enabled = host.call("POST", path + "/enable").json();
    EXPECT_THAT(enabled["requestUrl"].get<std::string>(), StartsWith(base));
    EXPECT_TRUE(eventually([&] { return host.log().find("--public-url") != std::string::npos; })) << listen;
  }
}

}  // namespace
}  // namespace host_stub_test
