// A broken plugin in the real host beside a sound one, which must not notice.
#include <Poco/Exception.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <optional>

#include "host_process.hpp"

namespace host_stub_test {
namespace {

namespace fs = std::filesystem;

// A folder with the plugins of a host, as long as this lives.
class PluginFolder {
 public:
  explicit PluginFolder(const std::string& broken)
      : path_(fs::temp_directory_path() / ("bulkheads." + std::to_string(getpid()) + "." + broken)) {
    fs::create_directories(path_);
    fs::copy(ACME, path_ / "acme", fs::copy_options::recursive);
    fs::copy(fs::path(BROKEN_PLUGINS) / broken, path_ / broken, fs::copy_options::recursive);
  }
  ~PluginFolder() { fs::remove_all(path_); }
  PluginFolder(const PluginFolder&) = delete;
  PluginFolder& operator=(const PluginFolder&) = delete;

  std::string path() const { return path_.string(); }
  void remove(const std::string& plugin) const { fs::remove_all(path_ / plugin); }

 private:
  fs::path path_;
};

struct Connection {
  std::string id, hook;
};

class Beside : public testing::TestWithParam<std::string> {
 protected:
  Connection connect(const std::string& token, const std::string& plugin) const {
    const HttpAnswer made = host_.callAs(token, "POST", "/api/connections",
                                         integration::dumpJson({{"integration", plugin}, {"name", plugin}}));
    EXPECT_EQ(made.status, 201) << plugin << ": " << made.body;
    const std::string url = made.json().value("requestUrl", "/hooks/"), id = made.json().value("id", "");
    EXPECT_EQ(host_.callAs(token, "POST", "/api/connections/" + id + "/enable").status, 200) << plugin;
    return {id, url.substr(url.find("/hooks/"))};
  }
  // Delivers to a connection; status 0 if the host ends meanwhile.
  HttpAnswer deliver(const Connection& to, const std::string& body) const {
    try {
      return host_.send("POST", host_.url() + to.hook, body, {});
    } catch (const Poco::Exception&) {
      return {};
    }
  }
  // Asks for a page as a browser that has signed in with this token.
  HttpAnswer page(const std::string& token, const std::string& path) const {
    const HttpAnswer signedIn = host_.send("POST", host_.url() + "/sign-in", "token=" + token,
                                           {{"Content-Type", "application/x-www-form-urlencoded"}});
    const std::string cookie = signedIn.headers.at("Set-Cookie");
    return host_.send("GET", host_.url() + path, "",
                      {{"Accept", "text/html"}, {"Cookie", cookie.substr(0, cookie.find(';'))}});
  }
  // Expects delivery, list and pages of the sound plugin for a company.
  void expectServed(const std::string& token, const Connection& sound, const std::string& hire) const {
    const std::string fields = R"("fields":{"firstName":"Amara","lastName":"Okafor"})";
    EXPECT_EQ(deliver(sound, R"({"hire":{"id":")" + hire + "\"," + fields + "}}").status, 200);
    const HttpAnswer list = host_.callAs(token, "GET", "/api/new-hires");
    EXPECT_EQ(list.status, 200) << list.body;
    EXPECT_NE(list.body.find(sound.id + "-" + hire), std::string::npos) << list.body;
    const HttpAnswer connections = host_.callAs(token, "GET", "/api/connections");
    EXPECT_EQ(connections.status, 200) << connections.body;
    for (const char* path : {"/new-hires", "/admin", "/admin/integrations"})
      EXPECT_EQ(page(token, path).status, 200) << path;
  }
  void expectAllServed(const std::string& hire) const {
    expectServed(owner_, sound_, hire);
    expectServed(stranger_, soundElsewhere_, hire);
  }

  PluginFolder plugins_{GetParam()};
  Host host_{{plugins_.path(), {}}};
  std::string owner_ = host_.newUser("Olu", "owner"), stranger_ = host_.newUser("Sam", "owner", "elsewhere");
  Connection broken_ = connect(owner_, GetParam());
  Connection sound_ = connect(owner_, "acme"), soundElsewhere_ = connect(stranger_, "acme");
};

using BesideAFailingPlugin = Beside;
using BesideAFailingStatus = Beside;
using BesideACrash = Beside;
using BesideAMissingPlugin = Beside;

TEST_P(BesideAFailingPlugin, ItsConnectionCanBeSeenAndDeleted) {
  const HttpAnswer shown = host_.callAs(owner_, "GET", "/api/connections/" + broken_.id);
  EXPECT_EQ(shown.status, 200) << shown.body;
  EXPECT_EQ(page(owner_, "/admin/connections/" + broken_.id).status, 200);
  EXPECT_EQ(host_.callAs(owner_, "DELETE", "/api/connections/" + broken_.id).status, 204);
}

TEST_P(BesideAFailingStatus, ItsFailuresAreCounted) {
  EXPECT_EQ(host_.callAs(owner_, "GET", "/api/connections/" + broken_.id).json()["state"], "failing");
  const std::string counted =
      "host_stub_plugin_failures_total{entry=\"status\",plugin=\"" + GetParam() + "\"}";
  EXPECT_NE(host_.callAs(owner_, "GET", "/metrics").body.find(counted), std::string::npos);
}

TEST_P(BesideAFailingPlugin, TheSoundOneIsServed) {
  deliver(broken_, "{}");
  expectAllServed("a1");
  EXPECT_EQ(host_.stop(), 0);
}

TEST_P(BesideACrash, TheSoundOneIsServedAfterARestart) {
  const int status = deliver(broken_, "{}").status;
  EXPECT_EQ(status, 0);
  const std::map<std::string, int> ends = {{"segv", 128 + SIGSEGV}, {"aborts", 128 + SIGABRT}, {"exits", 70}};
  EXPECT_EQ(host_.stop(), ends.at(GetParam()));
  host_.start();
  expectAllServed("a1");
}

TEST_P(BesideAMissingPlugin, TheSoundOneIsServed) {
  host_.stop();
  plugins_.remove(GetParam());
  host_.start();
  expectAllServed("a1");
  const Json list = host_.callAs(owner_, "GET", "/api/new-hires").json();
  ASSERT_EQ(list.value("incomplete", Json::array()).size(), 1u) << list;
  EXPECT_EQ(list["incomplete"][0]["connectionId"], broken_.id);
  EXPECT_EQ(list["incomplete"][0]["integration"], GetParam());
  EXPECT_EQ(host_.callAs(owner_, "GET", "/api/connections/" + broken_.id).json()["state"], "unavailable");
  EXPECT_NE(page(owner_, "/new-hires")
                .body.find("are missing: the plugin " + GetParam() + " is not loaded: it is not"),
            std::string::npos);
  EXPECT_EQ(page(owner_, "/admin/connections/" + broken_.id).status, 200);
  EXPECT_EQ(page(owner_, "/new-hires.csv").status, 503);
  const HttpAnswer delivered = deliver(broken_, "{}");
  EXPECT_EQ(delivered.status, 503);
  EXPECT_TRUE(delivered.headers.contains("Retry-After"));
  EXPECT_EQ(host_.callAs(owner_, "DELETE", "/api/connections/" + broken_.id).status, 204);
  EXPECT_EQ(host_.callAs(owner_, "GET", "/api/connections/" + broken_.id).status, 404);
  EXPECT_EQ(host_.stop(), 0);
}

std::string nameOf(const testing::TestParamInfo<std::string>& plugin) {
  return plugin.param;
}

INSTANTIATE_TEST_SUITE_P(F2, BesideAFailingPlugin,
                         testing::Values("no_reply", "error_without_text", "status_99", "answers_html"),
                         nameOf);
INSTANTIATE_TEST_SUITE_P(F2, BesideAFailingStatus,
                         testing::Values("error_without_text", "status_99", "answers_html"), nameOf);
INSTANTIATE_TEST_SUITE_P(F4, BesideACrash, testing::Values("segv", "aborts", "exits"), nameOf);
INSTANTIATE_TEST_SUITE_P(F1, BesideAMissingPlugin, testing::Values("no_reply"), nameOf);

}  // namespace
}  // namespace host_stub_test
