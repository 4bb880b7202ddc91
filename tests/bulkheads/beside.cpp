#include "beside.hpp"

#include <Poco/Exception.h>

#include <atomic>

namespace bulkheads {

namespace fs = std::filesystem;

PluginFolder::PluginFolder(const std::vector<std::string>& broken)
    : path_([] {
        static std::atomic<int> made{0};
        return fs::temp_directory_path() /
               ("bulkheads." + std::to_string(getpid()) + "." + std::to_string(made++));
      }()) {
  fs::create_directories(path_);
  fs::copy(ACME, path_ / "acme", fs::copy_options::recursive);
  for (const std::string& plugin : broken) add(plugin);
}

PluginFolder::~PluginFolder() {
  fs::remove_all(path_);
}

void PluginFolder::add(const std::string& broken) const {
  fs::copy(fs::path(BROKEN_PLUGINS) / broken, path_ / broken, fs::copy_options::recursive);
}

void PluginFolder::remove(const std::string& plugin) const {
  fs::remove_all(path_ / plugin);
}

Beside::Beside(const std::vector<std::string>& broken)
    : plugins_(broken),
      host_({plugins_.path(), {}}),
      owner_(host_.newUser("Olu", "owner")),
      stranger_(host_.newUser("Sam", "owner", "elsewhere")),
      sound_(connect(owner_, "acme")),
      soundElsewhere_(connect(stranger_, "acme")) {
  const Json recipient = {{"name", "Olu"}, {"email", "olu@example.org"}, {"kinds", {"new_hire"}}};
  for (const std::string& token : {owner_, stranger_})
    host_.callAs(token, "PUT", "/api/notifications/settings",
                 integration::dumpJson({{"recipients", {recipient}}}));
}

HttpAnswer Beside::ask(const std::string& method, const std::string& path, const Json& body) const {
  return host_.callAs(owner_, method, path, body.is_null() ? "" : integration::dumpJson(body));
}

Connection Beside::connect(const std::string& token, const std::string& plugin) const {
  const HttpAnswer made = host_.callAs(token, "POST", "/api/connections",
                                       integration::dumpJson({{"integration", plugin}, {"name", plugin}}));
  EXPECT_EQ(made.status, 201) << plugin << ": " << made.body;
  const std::string url = made.json().value("requestUrl", "/hooks/"), id = made.json().value("id", "");
  EXPECT_EQ(host_.callAs(token, "POST", "/api/connections/" + id + "/enable").status, 200) << plugin;
  return {id, url.substr(url.find("/hooks/"))};
}

HttpAnswer Beside::deliver(const Connection& to, const Json& body) const {
  try {
    return host_.send("POST", host_.url() + to.hook, integration::dumpJson(body), {});
  } catch (const Poco::Exception&) {
    return {};
  }
}

HttpAnswer Beside::page(const std::string& token, const std::string& path) const {
  const HttpAnswer signedIn = host_.send("POST", host_.url() + "/sign-in", "token=" + token,
                                         {{"Content-Type", "application/x-www-form-urlencoded"}});
  const std::string cookie = signedIn.headers.at("Set-Cookie");
  return host_.send("GET", host_.url() + path, "",
                    {{"Accept", "text/html"}, {"Cookie", cookie.substr(0, cookie.find(';'))}});
}

void Beside::expectServed(const std::string& token, const Connection& sound, const std::string& hire) const {
  const Json fields = {{"firstName", "Amara"}, {"lastName", "Okafor"}};
  const Json notice = {{"key", hire}, {"kind", "new_hire"}, {"text", "Told of " + hire}, {"hireId", hire}};
  EXPECT_EQ(deliver(sound, {{"hire", {{"id", hire}, {"fields", fields}}}, {"notice", notice}}).status, 200);
  const HttpAnswer list = host_.callAs(token, "GET", "/api/new-hires");
  EXPECT_EQ(list.status, 200) << list.body;
  EXPECT_NE(list.body.find(sound.id + "-" + hire), std::string::npos) << list.body;
  for (const char* path : {"/api/connections", "/api/why?q=nobody"}) {
    const HttpAnswer answer = host_.callAs(token, "GET", path);
    EXPECT_EQ(answer.status, 200) << path << ": " << answer.body;
  }
  for (const char* path : {"/new-hires", "/admin", "/admin/integrations"})
    EXPECT_EQ(page(token, path).status, 200) << path;
  EXPECT_TRUE(host_stub_test::eventually([&] {
    return host_.callAs(token, "GET", "/api/notifications").body.find("Told of " + hire) != std::string::npos;
  })) << "its work does not go on";
}

void Beside::expectAllServed(const std::string& hire) const {
  expectServed(owner_, sound_, hire);
  expectServed(stranger_, soundElsewhere_, hire);
}

void Beside::expectToStop(int status) {
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(host_.stop(), status);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(30));
}

}  // namespace bulkheads
