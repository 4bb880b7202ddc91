// Tests names whose name servers don't answer: nobody waits longer than their time-out.
#include "net/client/resolver.hpp"

#include <Poco/Exception.h>
#include <gmock/gmock.h>

#include <condition_variable>
#include <future>
#include <mutex>

#include "egress_fixture.hpp"

namespace host_stub::test {
namespace {

using integration::Code;
using integration::HttpOutcome;
using integration::HttpRequest;
using namespace std::chrono_literals;

// Name servers for tests: names that start with "silent" get no answer until speak(). Look-ups may outlive
// the test.
class NameServers {
 public:
  Resolver::LookUp lookUp() const {
    return [state = state_](const std::string& name) -> Resolver::Addresses {
      std::unique_lock lock(state->mutex);
      ++state->asked;
      state->changed.notify_all();
      if (name.starts_with("silent")) state->changed.wait(lock, [&] { return state->speaks; });
      if (name == "unknown") throw Poco::NotFoundException(name);
      return {Poco::Net::IPAddress("127.0.0.1")};
    };
  }
  void speak() {
    const std::lock_guard lock(state_->mutex);
    state_->speaks = true;
    state_->changed.notify_all();
  }
  int asked() const {
    const std::lock_guard lock(state_->mutex);
    return state_->asked;
  }
  ~NameServers() { speak(); }

 private:
  struct State {
    std::mutex mutex;
    std::condition_variable changed;
    int asked = 0;
    bool speaks = false;
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();
};

class Names : public testing::Test {
 protected:
  static std::chrono::steady_clock::time_point in(std::chrono::milliseconds time) {
    return std::chrono::steady_clock::now() + time;
  }
  auto ask(const std::string& name) {
    return std::async(std::launch::async, [this, name] { return resolver_.resolve(name, in(1h)); });
  }

  NameServers servers_;
  Resolver resolver_{servers_.lookUp()};
};

TEST_F(Names, AreAskedOfTheSystem) {
  EXPECT_THAT(Resolver().resolve("localhost", in(1h)), testing::Contains(Poco::Net::IPAddress("127.0.0.1")));
}

TEST_F(Names, ASilentServerEndsAtTheDeadline) {
  EXPECT_THROW(resolver_.resolve("silent", in(20ms)), Poco::TimeoutException);
  EXPECT_EQ(resolver_.resolve("other", in(1h)).size(), 1U) << "which holds nobody else";
}

TEST_F(Names, AnUnknownOneIsToldToAll) {
  EXPECT_THROW(resolver_.resolve("unknown", in(1h)), Poco::NotFoundException);
}

TEST_F(Names, TheSameOneIsLookedUpOnce) {
  auto first = ask("silent"), second = ask("silent");
  EXPECT_THROW(resolver_.resolve("silent", in(20ms)), Poco::TimeoutException);
  servers_.speak();
  EXPECT_EQ(first.get(), second.get());
  EXPECT_EQ(servers_.asked(), 1);
  resolver_.resolve("silent", in(1h));
  EXPECT_EQ(servers_.asked(), 2) << "an answer is not kept";
}

TEST_F(Names, AtMostSoManyAreLookedUpAtOnce) {
  for (std::size_t i = 0; i < Resolver::kMostAtOnce; ++i)
    EXPECT_THROW(resolver_.resolve("silent" + std::to_string(i), in(1ms)), Poco::TimeoutException);
  EXPECT_THROW(resolver_.resolve("other", in(20ms)), Poco::TimeoutException);
  auto waiting = ask("other");
  servers_.speak();
  EXPECT_EQ(waiting.get().size(), 1U) << "as soon as there is a place";
}

TEST_F(Names, StopEndsEveryWait) {
  auto waiting = ask("silent");
  ASSERT_TRUE(eventually([&] { return servers_.asked() == 1; }));
  resolver_.stop();
  EXPECT_THROW(waiting.get(), Poco::IllegalStateException);
  EXPECT_THROW(resolver_.resolve("other", in(1h)), Poco::IllegalStateException);
}

class EgressNames : public EgressFixture {
 protected:
  // Asks an origin whose name server is silent, 16 times; returns the last outcome.
  HttpOutcome askSilent(std::uint32_t timeoutMs) {
    HttpRequest out = request();
    out.url = "https://silent.example/x";
    out.timeoutMs = timeoutMs;
    call_.allowed = {parseOrigin("https://silent.example"), parseOrigin(kOrigin)};
    return http().send(std::vector<HttpRequest>(16, out)).back();
  }
  NameServers servers_;
};

TEST_F(EgressNames, SilentNameServersHoldNoRequest) {
  EgressOptions options;
  options.lookUp = servers_.lookUp();
  serve(
      [](ScriptedServer::Visit& visit) {
        visit.readRequest();
        visit.send(okAnswer("sound"));
      },
      std::move(options));
  EXPECT_EQ(askSilent(50).code, Code::deadlineExceeded);
  EXPECT_EQ(ask(request()).body, "sound") << "the sixteen of the connection are free again";
}

TEST_F(EgressNames, SilentNameServersDontHoldTheEnd) {
  EgressOptions options;
  options.lookUp = servers_.lookUp();
  serve([](ScriptedServer::Visit&) {}, std::move(options));
  auto outcome = std::async(std::launch::async, [this] { return askSilent(3600000); });
  ASSERT_TRUE(eventually([&] { return servers_.asked() == 1; }));
  egress_->stop();
  EXPECT_EQ(outcome.get().code, Code::unavailable);
  egress_.reset();
}

}  // namespace
}  // namespace host_stub::test
