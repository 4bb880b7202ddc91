// A plugin whose handle_webhook never returns, in the real host.
#include <Poco/Exception.h>
#include <gtest/gtest.h>

#include <sstream>
#include <thread>

#include "host_process.hpp"

namespace host_stub_test {
namespace {

namespace fs = std::filesystem;

class HeldHost : public testing::Test {
 protected:
  std::string connect(const std::string& plugin) const {
    const Json made = host_
                          .call("POST", "/api/connections",
                                integration::dumpJson({{"integration", plugin}, {"name", plugin}}))
                          .json();
    const std::string id = made.value("id", "");
    EXPECT_EQ(host_.call("POST", "/api/connections/" + id + "/enable").status, 200);
    return id;
  }
  std::string hookOf(const std::string& connection) const {
    const std::string url =
        host_.call("GET", "/api/connections/" + connection).json().value("requestUrl", "");
    return host_.url() + url.substr(url.find("/hooks/"));
  }
  // Whether the log has a line with this event that names plugin, entry and connection.
  bool logSays(const std::string& event) const {
    std::istringstream log(host_.log());
    auto isIt = [&](const std::string& line) {
      for (const std::string& part :
           {event, std::string(R"("plugin":"holds")"), std::string(R"("entry":"handle_webhook")"), held_})
        if (line.find(part) == std::string::npos) return false;
      return true;
    };
    for (std::string line; std::getline(log, line);)
      if (isIt(line)) return true;
    return false;
  }

  Host host_{{BROKEN_PLUGINS "/holds", {}}};
  const std::string held_ = connect("holds");
};

// The deadline of a delivery is 10 s, the drain of a host 20 s.
TEST_F(HeldHost, RefusesItsConnectionAndEndsWith71) {
  const std::string hook = hookOf(held_);
  std::thread sender([&] {
    try {
      host_.send("POST", hook, "{}", {});
    } catch (const Poco::Exception&) {
      // The host ends meanwhile.
    }
  });
  EXPECT_TRUE(
      eventually([&] { return logSays("a plugin call is past its deadline"); }, std::chrono::seconds(60)));
  const HttpAnswer refused = host_.send("POST", hook, "{}", {});
  EXPECT_EQ(refused.status, 503) << refused.body;
  EXPECT_TRUE(refused.headers.contains("Retry-After"));
  EXPECT_EQ(host_.call("GET", "/api/connections/" + held_).json().value("state", ""), "failing");
  EXPECT_EQ(host_.call("GET", "/api/connections/" + connect("holds")).json().value("state", ""), "active");
  EXPECT_NE(host_.call("GET", "/metrics").body.find("host_stub_plugin_overdue_calls_total"),
            std::string::npos);
  EXPECT_EQ(host_.stop(), 71);
  EXPECT_TRUE(logSays("a plugin call did not end"));
  sender.join();
}

}  // namespace
}  // namespace host_stub_test
