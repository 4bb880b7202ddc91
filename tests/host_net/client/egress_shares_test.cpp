#include <condition_variable>
#include <future>
#include <mutex>

#include "egress_fixture.hpp"

namespace host_stub::test {
namespace {

using integration::Code;
using integration::HttpOutcome;
using integration::HttpRequest;

// Tests with a source that answers Bolt's requests at once, and Acme's never.
class EgressShares : public EgressFixture {
 protected:
  static void hangForAcme(ScriptedServer::Visit& visit) {
    for (std::string text; !(text = visit.readRequest()).empty();) {
      if (text.find("/acme") != std::string::npos) return visit.waitForClose();
      if (!visit.send(okAnswer("bolt's"))) return;
    }
  }

  std::future<std::vector<HttpOutcome>> sendSixteen(const std::string& connection,
                                                    std::uint32_t timeoutMs = 10000) {
    EgressCall call = call_;
    call.asker = {"acme", connection};
    return std::async(std::launch::async, [this, call, timeoutMs] {
      HttpRequest hanging = request("/acme");
      hanging.timeoutMs = timeoutMs;
      return EgressHttp(*egress_, call).send(std::vector<HttpRequest>(16, hanging));
    });
  }
  HttpOutcome askAsBolt() {
    EgressCall call = call_;
    call.asker = {"bolt", "ashby"};
    call.cancelled = nullptr;
    const HttpRequest bolts = request("/bolt");
    return EgressHttp(*egress_, call).send({&bolts, 1}).front();
  }
  void expectAll(std::vector<std::future<std::vector<HttpOutcome>>>& sent, Code code) {
    for (auto& each : sent)
      for (const HttpOutcome& outcome : each.get()) EXPECT_EQ(outcome.code, code) << outcome.message;
  }
};

TEST_F(EgressShares, AConnectionHasSixteenInFlight) {
  serve(hangForAcme);
  std::vector<std::future<std::vector<HttpOutcome>>> sent;
  for (int i = 0; i < 16; ++i) sent.push_back(sendSixteen("ashby"));
  ASSERT_TRUE(eventually([&] { return server_->open() == 16; }));
  for (int i = 0; i < 20; ++i) EXPECT_EQ(askAsBolt().body, "bolt's");
  EXPECT_EQ(server_->open(), 17);
  cancelled_ = true;
  expectAll(sent, Code::cancelled);
}

TEST_F(EgressShares, ACompanyLeavesRoomForTheOthers) {
  serve(hangForAcme);
  std::vector<std::future<std::vector<HttpOutcome>>> sent;
  for (int i = 0; i < 20; ++i) sent.push_back(sendSixteen("ashby" + std::to_string(i)));
  ASSERT_TRUE(eventually([&] { return server_->open() == 128; }));
  for (int i = 0; i < 20; ++i) EXPECT_EQ(askAsBolt().body, "bolt's");
  cancelled_ = true;
  expectAll(sent, Code::cancelled);
}

TEST_F(EgressShares, AWaiterPastItsDeadlineLeavesNoTrace) {
  EgressOptions options;
  options.limits.perConnection = 1;
  serve(hangForAcme, options);
  auto first = sendSixteen("ashby", 300);
  int waited = 0;
  for (const HttpOutcome& outcome : first.get()) {
    EXPECT_EQ(outcome.code, Code::deadlineExceeded);
    if (outcome.message ==
        std::string(kOrigin) +
            " was not asked in time: it waited for 1 earlier requests of the same connection.")
      ++waited;
  }
  EXPECT_EQ(waited, 15);
  EXPECT_EQ(ask(request("/fine")).body, "bolt's");
  EXPECT_EQ(server_->visits(), 2) << "what waited for its turn was never sent";
}

TEST_F(EgressShares, TooManyWaitersAreRefusedAtOnce) {
  EgressOptions options;
  options.limits.perConnection = 1;
  options.limits.waitingPerConnection = 5;
  serve(hangForAcme, options);
  auto sent = sendSixteen("ashby");
  ASSERT_TRUE(eventually([&] { return server_->open() == 1; }));
  EXPECT_EQ(ask(request("/fine")).code, Code::unavailable);
  cancelled_ = true;
  int refused = 0;
  for (const HttpOutcome& outcome : sent.get()) refused += outcome.code == Code::unavailable ? 1 : 0;
  EXPECT_EQ(refused, 10);
}

TEST_F(EgressShares, StoppingEndsWhatWaitsAndWhatIsSent) {
  serve(hangForAcme);
  std::vector<std::future<std::vector<HttpOutcome>>> sent;
  for (int i = 0; i < 4; ++i) sent.push_back(sendSixteen("ashby"));
  ASSERT_TRUE(eventually([&] { return server_->open() == 16; }));
  egress_->stop();
  expectAll(sent, Code::unavailable);
  EXPECT_EQ(askAsBolt().message, "The host is stopping.");
}

}  // namespace
}  // namespace host_stub::test
