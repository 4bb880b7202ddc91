// Tests a plugin whose handle_webhook never returns, in the real host beside a sound one.
#include <sstream>
#include <thread>

#include "beside.hpp"

namespace bulkheads {
namespace {

class HeldHost : public Beside, public testing::Test {
 protected:
  HeldHost() : Beside({"holds"}) {}
  ~HeldHost() override {
    for (std::thread& sender : senders_) sender.join();
  }

  // Sends this many deliveries to the connection, each on its own thread. None ends before the host.
  void deliverForEver(const Connection& to, int times) {
    for (int i = 0; i < times; ++i) senders_.emplace_back([this, to] { (void)deliver(to, Json::object()); });
  }
  // Returns the number of open connections to the host.
  int open() const {
    const std::string metrics = host_.call("GET", "/metrics").body, name = "\nhttp_connections ";
    const std::size_t at = metrics.find(name);
    return at == std::string::npos ? 0 : std::stoi(metrics.substr(at + name.size()));
  }
  std::string stateOf(const Connection& connection) const {
    return ask("GET", "/api/connections/" + connection.id).json().value("state", "");
  }
  // Returns whether the log has a line with this event that names plugin, entry and connection.
  bool logSays(const std::string& event, const Connection& connection) const {
    std::istringstream log(host_.log());
    auto isIt = [&](const std::string& line) {
      for (const std::string& part : {event, std::string(R"("plugin":"holds")"),
                                      std::string(R"("entry":"handle_webhook")"), connection.id})
        if (line.find(part) == std::string::npos) return false;
      return true;
    };
    for (std::string line; std::getline(log, line);)
      if (isIt(line)) return true;
    return false;
  }

  std::vector<std::thread> senders_;
};

// A delivery's deadline is 10 s, a host's drain 20 s. Sixteen deliveries to each of four connections take all
// threads for deliveries.
TEST_F(HeldHost, ServesTheSoundOneAndEndsWith71) {
  std::vector<Connection> held;
  for (int i = 0; i < 4; ++i) held.push_back(connect(owner_, "holds"));
  for (const Connection& connection : held) deliverForEver(connection, 16);
  ASSERT_TRUE(host_stub_test::eventually([&] { return open() >= 64; }));
  expectAllServed("a1");

  EXPECT_TRUE(host_stub_test::eventually(
      [&] { return logSays("a plugin call is past its deadline", held[0]); }, std::chrono::seconds(60)));
  const HttpAnswer refused = deliver(held[0], Json::object());
  EXPECT_EQ(refused.status, 503) << refused.body;
  EXPECT_EQ(refused.headers.at("Retry-After"), "10") << "it is refused at the head";
  EXPECT_EQ(stateOf(held[0]), "failing");
  expectAllServed("a2");

  EXPECT_EQ(ask("POST", "/api/connections/" + held[0].id + "/disable").status, 503);
  EXPECT_EQ(deliver(held[0], Json::object()).status, 403) << "it is disabled although its plugin hangs";
  EXPECT_NE(host_.call("GET", "/metrics").body.find("host_stub_plugin_overdue_calls_total"),
            std::string::npos);
  expectToStop(71);
  EXPECT_TRUE(logSays("a plugin call did not end", held[0]));
}

}  // namespace
}  // namespace bulkheads
