// Tests the limits of an answer: its time, its size, and answers that break off.
#include <condition_variable>
#include <future>
#include <mutex>

#include "egress_fixture.hpp"

namespace host_stub::test {
namespace {

using integration::Code;
using integration::HttpOutcome;
using integration::HttpRequest;
using std::chrono::milliseconds;

class EgressLimits : public EgressFixture {
 protected:
  static HttpRequest within(std::uint32_t timeoutMs) {
    HttpRequest out = request();
    out.timeoutMs = timeoutMs;
    return out;
  }
};

TEST_F(EgressLimits, ServerThatHangsIsGivenUp) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.waitForClose();
  });
  EXPECT_EQ(ask(within(200)).code, Code::deadlineExceeded);
  EXPECT_TRUE(eventually([&] { return server_->open() == 0; })) << "its connection is not left behind";
}

TEST_F(EgressLimits, DrippingServerIsGivenUpAsAWhole) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
    while (visit.send("x")) std::this_thread::sleep_for(milliseconds(10));
  });
  EXPECT_EQ(ask(within(300)).code, Code::deadlineExceeded);
  EXPECT_TRUE(eventually([&] { return server_->open() == 0; }));
}

TEST_F(EgressLimits, ServerThatTakesNoRequestIsGivenUp) {
  auto givenUp = std::make_shared<std::atomic<bool>>(false);  // outlives this test
  serve([givenUp](ScriptedServer::Visit&) { eventually([&] { return givenUp->load(); }); });
  HttpRequest large = within(300);
  large.body.assign(64 << 20, 'x');
  EXPECT_EQ(ask(large).code, Code::deadlineExceeded);
  *givenUp = true;
}

TEST_F(EgressLimits, CallsDeadlineEndsRequestsToo) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.waitForClose();
  });
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  call_.deadline = std::chrono::duration_cast<milliseconds>(now).count() + 200;
  EXPECT_EQ(ask(within(10000)).code, Code::deadlineExceeded);
  call_.deadline = 1;
  const int visits = server_->visits();
  EXPECT_EQ(ask(within(10000)).code, Code::deadlineExceeded);
  EXPECT_EQ(server_->visits(), visits) << "a call whose time is up sends nothing";
}

TEST_F(EgressLimits, CancellationIsNoticedWhileWaiting) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.waitForClose();
  });
  auto outcome = std::async(std::launch::async, [this] { return ask(within(10000)); });
  ASSERT_TRUE(eventually([&] { return server_->visits() == 1; }));
  cancelled_ = true;
  EXPECT_EQ(outcome.get().code, Code::cancelled);
  EXPECT_TRUE(eventually([&] { return server_->open() == 0; }));
  EXPECT_EQ(ask(within(10000)).code, Code::cancelled);
  EXPECT_EQ(server_->visits(), 1) << "a cancelled call sends nothing";
}

TEST_F(EgressLimits, HalfABodyIsNeverAnAnswer) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    const char* answers[] = {"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
                             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
                             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n0\r\n",
                             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nhalf",
                             "HTTP/1.1 200 OK\r\nContent-Len",
                             "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 2\r\n\r\nhalf",
                             "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\nhalf",
                             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxx\r\nhalf\r\n",
                             "this is no HTTP\r\n\r\n",
                             ""};
    visit.send(answers[(visit.number - 1) % 10]);
  });
  for (int i = 0; i < 10; ++i) {
    const HttpOutcome outcome = ask(request());
    EXPECT_EQ(outcome.code, Code::unavailable) << i;
    EXPECT_EQ(outcome.body, "") << i;
    EXPECT_NE(outcome.message.find("api.ashbyhq.com"), std::string::npos) << outcome.message;
  }
}

TEST_F(EgressLimits, InterimAnswerAndNothingMoreIsNoAnswer) {
  static const std::vector<std::string> answers = {
      "HTTP/1.1 100 Continue\r\n\r\n",
      "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n",
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103",
      "HTTP/1.1 103 Early Hi",
      "HTTP/1.1 101 Switching Protocols\r\n\r\n",
  };
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.send(answers[static_cast<std::size_t>(visit.number - 1) % answers.size()]);
  });
  for (const std::string& answer : answers) EXPECT_EQ(ask(request()).code, Code::unavailable) << answer;
}

TEST_F(EgressLimits, EightMebibytesAreTakenAndOneByteMoreIsNot) {
  const std::string most(integration::Http::kMaxResponse, 'x');
  serve([&](ScriptedServer::Visit& visit) {
    visit.readRequest();
    if (visit.number == 1) visit.send(okAnswer(most));
    if (visit.number == 2) visit.send(okAnswer(most + "x"));
    if (visit.number == 3) {
      visit.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      while (visit.send("10000\r\n" + std::string(0x10000, 'x') + "\r\n")) {
      }
    }
    if (visit.number == 4) {
      visit.send("HTTP/1.1 200 OK\r\n\r\n");
      while (visit.send(std::string(0x10000, 'x'))) {
      }
    }
  });
  HttpRequest once = request();
  const HttpOutcome whole = ask(once);
  EXPECT_EQ(whole.code, Code::ok);
  EXPECT_EQ(whole.body.size(), most.size());
  for (int i = 2; i <= 4; ++i) EXPECT_EQ(ask(once).code, Code::resourceExhausted) << i;
}

TEST_F(EgressLimits, EndlessHeadersAreNoAnswer) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.send("HTTP/1.1 200 OK\r\n");
    while (visit.send("X-More: and more\r\n")) {
    }
  });
  EXPECT_EQ(ask(request()).code, Code::unavailable);
}

TEST_F(EgressLimits, ServerThatCanNotBeReachedIsUnavailable) {
  serveAlways("");
  server_.reset();
  const HttpOutcome outcome = ask(request());
  EXPECT_EQ(outcome.code, Code::unavailable);
  EXPECT_NE(outcome.message.find("refused"), std::string::npos) << outcome.message;
}

TEST_F(EgressLimits, SecretIsInNoMessage) {
  serve([](ScriptedServer::Visit& visit) { visit.readRequest(); });
  HttpRequest basic = request();
  basic.auth = HttpRequest::Auth::basic;
  basic.secret = "apiKey";
  const HttpOutcome outcome = ask(basic);
  EXPECT_EQ(outcome.code, Code::unavailable);
  EXPECT_EQ(outcome.message.find(kSecret), std::string::npos);
}

TEST_F(EgressLimits, SixteenRequestsAreInFlightTogether) {
  std::mutex mutex;
  std::condition_variable all;
  int inside = 0;
  serve([&](ScriptedServer::Visit& visit) {
    visit.readRequest();
    std::unique_lock lock(mutex);
    ++inside;
    all.notify_all();
    if (!all.wait_for(lock, std::chrono::seconds(10), [&] { return inside == 16; })) return;
    lock.unlock();
    visit.send(okAnswer("together"));
  });
  const std::vector<HttpRequest> requests(16, request());
  for (const HttpOutcome& outcome : http().send(requests)) EXPECT_EQ(outcome.body, "together");
}

TEST_F(EgressLimits, OriginThatHangsLeavesRoomForTheOthers) {
  ScriptedServer good([](ScriptedServer::Visit& visit) {
    while (!visit.readRequest().empty() && visit.send(okAnswer("good"))) {
    }
  });
  EgressOptions options;
  options.limits.perConnection = 3;
  const Origin other = parseOrigin("https://good.example");
  options.routes.push_back({other, parseOrigin("http://127.0.0.1:" + std::to_string(good.port()))});
  serve(
      [](ScriptedServer::Visit& visit) {
        visit.readRequest();
        visit.waitForClose();
      },
      options);
  call_.allowed.insert(other);
  auto hanging = std::async(std::launch::async, [this] {
    const std::vector<HttpRequest> requests(16, within(10000));
    return http().send(requests);
  });
  ASSERT_TRUE(eventually([&] { return server_->visits() == 3; }));
  EgressCall call = call_;
  call.asker.connection = "greenhouse";
  call.cancelled = nullptr;
  HttpRequest fine;
  fine.url = "https://good.example/";
  for (int i = 0; i < 20; ++i) EXPECT_EQ(EgressHttp(*egress_, call).send({&fine, 1}).front().body, "good");
  cancelled_ = true;
  for (const HttpOutcome& outcome : hanging.get()) EXPECT_EQ(outcome.code, Code::cancelled);
  EXPECT_EQ(server_->visits(), 3) << "what waited for its turn was never sent";
}

}  // namespace
}  // namespace host_stub::test
