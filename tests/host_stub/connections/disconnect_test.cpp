// Tests the page that disconnects when the plugin is not loaded. `keep` waits for the plugin, so nothing is
// preselected.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

using testing::HasSubstr;
using testing::Not;

class DisconnectPage : public testing::Test {
 protected:
  void signIn() {
    const HttpAnswer signedIn =
        acme_.host.send("POST", acme_.host.url() + "/sign-in", "token=" + acme_.host.newUser("Ada", "admin"),
                        {{"Content-Type", "application/x-www-form-urlencoded"}});
    const std::string cookie = signedIn.headers.at("Set-Cookie");
    cookie_ = cookie.substr(0, cookie.find(';'));
  }
  HttpAnswer open() { return acme_.host.send("GET", url(), "", {{"Cookie", cookie_}}); }
  HttpAnswer post(const std::string& form) {
    const std::string page = open().body, mark = "name=\"formToken\" value=\"";
    const std::size_t at = page.find(mark) + mark.size();
    const std::string token = page.substr(at, page.find('"', at) - at);
    return acme_.host.send("POST", url(), "formToken=" + token + form,
                           {{"Content-Type", "application/x-www-form-urlencoded"},
                            {"Cookie", cookie_},
                            {"Origin", acme_.host.url()}});
  }
  std::string url() const { return acme_.host.url() + "/admin/connections/" + id_ + "/disconnect"; }
  bool isThere() { return acme_.call("GET", "/api/connections/" + id_).status == 200; }

  AcmeHost acme_;
  std::string id_ = acme_.connect(), cookie_;
};

TEST_F(DisconnectPage, KeepsUnlessSomethingElseIsChosen) {
  signIn();
  EXPECT_THAT(open().body, HasSubstr("value=\"keep\" required checked"));
}

TEST_F(DisconnectPage, PreselectsNothingIfPluginIsMissing) {
  acme_.host.stop();
  acme_.host.options().plugins = MINIMAL;
  acme_.host.start();
  signIn();
  EXPECT_THAT(open().body, HasSubstr("is not loaded"));
  EXPECT_THAT(open().body, Not(HasSubstr("checked")));
  EXPECT_EQ(post("").status, 303);
  EXPECT_TRUE(isThere());
  EXPECT_EQ(post("&data=purge").status, 303);
  EXPECT_FALSE(isThere());
}

}  // namespace
}  // namespace host_stub_test
