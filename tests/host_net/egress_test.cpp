// Tests outgoing requests: their content, their address, and their outcomes.
#include "net/client/egress.hpp"

#include <mutex>

#include "egress_fixture.hpp"
#include "integration/status.hpp"

namespace host_stub::test {
namespace {

using integration::Code;
using integration::HttpOutcome;
using integration::HttpRequest;

class EgressTest : public EgressFixture {};

TEST_F(EgressTest, SendsTheRequestAndGivesTheWholeAnswer) {
  std::string seen;
  serve([&](ScriptedServer::Visit& visit) {
    seen = visit.readRequest();
    visit.send(okAnswer("answer", "X-RateLimit-Remaining: 7\r\n"));
  });
  HttpRequest sent = request("/job.info?a=%2F");
  sent.headers = {{"Content-Type", "application/json"}};
  const HttpOutcome outcome = ask(sent);
  EXPECT_EQ(outcome.code, Code::ok) << outcome.message;
  EXPECT_EQ(outcome.httpStatus, 200);
  EXPECT_EQ(outcome.body, "answer");
  EXPECT_EQ(integration::findHeader(outcome.headers, "x-ratelimit-remaining"), "7");
  EXPECT_EQ(seen,
            "POST /job.info?a=%2F HTTP/1.1\r\nHost: api.ashbyhq.com\r\nAccept-Encoding: identity\r\n"
            "Content-Length: 2\r\nContent-Type: application/json\r\n\r\n{}");
}

TEST_F(EgressTest, ReadsChunkedAndCloseDelimitedAnswers) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    if (visit.number == 1)
      visit.send(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: "
          "close\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nT: t\r\n\r\n");
    else
      visit.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end");
  });
  EXPECT_EQ(ask(request()).body, "abcde");
  EXPECT_EQ(ask(request()).body, "to the end");
}

TEST_F(EgressTest, PassesOverInterimAnswersAndBodylessOnes) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.send(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No "
        "Content\r\n\r\n");
    visit.readRequest();
    visit.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n");
    visit.readRequest();
    visit.send(okAnswer("third"));
  });
  EXPECT_EQ(ask(request()).httpStatus, 204);
  HttpRequest head = request();
  head.method = "HEAD";
  head.body.clear();
  EXPECT_EQ(ask(head).httpStatus, 200);
  EXPECT_EQ(ask(request()).body, "third");
  EXPECT_EQ(server_->visits(), 1) << "all on one connection";
}

TEST_F(EgressTest, HttpErrorsAreAnswersAsTheyAre) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.send(
        "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nContent-Length: "
        "13\r\n\r\n<html></html>");
    visit.readRequest();
    visit.send("HTTP/1.1 429 Too Many\r\nRetry-After: 3\r\nContent-Length: 0\r\n\r\n");
  });
  const HttpOutcome html = ask(request());
  EXPECT_EQ(html.code, Code::ok);
  EXPECT_EQ(html.httpStatus, 503);
  EXPECT_EQ(html.body, "<html></html>");
  EXPECT_EQ(ask(request()).httpStatus, 429);
}

TEST_F(EgressTest, RedirectIsTheAnswerAndIsNotFollowed) {
  serveAlways(
      "HTTP/1.1 302 Found\r\nLocation: https://api.ashbyhq.com/elsewhere\r\nContent-Length: 0\r\n\r\n");
  const HttpOutcome outcome = ask(request());
  EXPECT_EQ(outcome.code, Code::ok);
  EXPECT_EQ(outcome.httpStatus, 302);
  EXPECT_EQ(integration::findHeader(outcome.headers, "Location"), "https://api.ashbyhq.com/elsewhere");
}

TEST_F(EgressTest, OnlyAllowedOriginsAreAsked) {
  serveAlways(okAnswer(""));
  for (const char* url : {"https://evil.example/", "https://api.ashbyhq.com:444/", "http://api.ashbyhq.com/",
                          "https://api.ashbyhq.com.evil.example/", "https://api.ashbyhq.com./"}) {
    HttpRequest other = request();
    other.url = url;
    EXPECT_EQ(ask(other).code, Code::permissionDenied) << url;
  }
  for (const char* url :
       {"https://api.ashbyhq.com@evil.example/", "https://x:y@api.ashbyhq.com/", "nonsense"}) {
    HttpRequest malformed = request();
    malformed.url = url;
    EXPECT_EQ(ask(malformed).code, Code::invalidArgument) << url;
  }
  EXPECT_EQ(server_->visits(), 0);
  HttpRequest same = request();
  same.url = "HTTPS://API.ASHBYHQ.COM:443/x";
  EXPECT_EQ(ask(same).code, Code::ok);
}

TEST_F(EgressTest, PlainHttpGoesThroughARouteOnly) {
  serveAlways(okAnswer(""));
  const std::string plain = "http://127.0.0.1:" + std::to_string(server_->port());
  call_.allowed.insert(parseOrigin(plain));
  HttpRequest direct = request();
  direct.url = plain + "/";
  EXPECT_EQ(ask(direct).code, Code::permissionDenied);
  EXPECT_EQ(server_->visits(), 0);
}

TEST_F(EgressTest, CredentialsAreInsertedByName) {
  std::vector<std::string> seen;
  serve([&](ScriptedServer::Visit& visit) {
    for (std::string text; !(text = visit.readRequest()).empty(); visit.send(okAnswer("")))
      seen.push_back(text);
  });
  HttpRequest basic = request();
  basic.auth = HttpRequest::Auth::basic;
  basic.secret = "apiKey";
  HttpRequest bearer = basic;
  bearer.auth = HttpRequest::Auth::bearer;
  EXPECT_EQ(ask(basic).code, Code::ok);
  EXPECT_EQ(ask(bearer).code, Code::ok);
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_NE(seen[0].find("\r\nAuthorization: Basic czNjcmV0LWtleTo=\r\n"), std::string::npos);
  EXPECT_NE(seen[1].find("\r\nAuthorization: Bearer s3cret-key\r\n"), std::string::npos);

  HttpRequest unknown = basic;
  unknown.secret = "nothing";
  const HttpOutcome outcome = ask(unknown);
  EXPECT_EQ(outcome.code, Code::failedPrecondition);
  EXPECT_NE(outcome.message.find("nothing"), std::string::npos);
  EXPECT_EQ(seen.size(), 2u);
}

TEST_F(EgressTest, WhatTheSecretsServiceThrowsIsTheOutcome) {
  serveAlways(okAnswer(""));
  call_.secret = [](std::string_view) -> std::optional<std::string> {
    throw integration::Failure(Code::unavailable, "The vault is out of reach.");
  };
  HttpRequest basic = request();
  basic.auth = HttpRequest::Auth::basic;
  EXPECT_EQ(ask(basic).code, Code::unavailable);
  EXPECT_EQ(server_->visits(), 0);
}

TEST_F(EgressTest, HostsAndBrokenHeadersAreRefused) {
  serveAlways(okAnswer(""));
  auto withHeader = [&](std::string name, std::string value) {
    HttpRequest out = request();
    out.headers = {{std::move(name), std::move(value)}};
    return ask(out).code;
  };
  for (const char* name : {"Authorization", "authorization", "Host", "Content-Length", "Transfer-Encoding",
                           "Connection", "Proxy-Authorization", "Accept-Encoding", "Expect"})
    EXPECT_EQ(withHeader(name, "x"), Code::permissionDenied) << name;
  EXPECT_EQ(withHeader("X", "a\r\nY: b"), Code::invalidArgument);
  EXPECT_EQ(withHeader("X", "a\nb"), Code::invalidArgument);
  EXPECT_EQ(withHeader("X", std::string("a\0b", 3)), Code::invalidArgument);
  EXPECT_EQ(withHeader("X: y\r\nZ", "a"), Code::invalidArgument);
  EXPECT_EQ(withHeader("", "a"), Code::invalidArgument);
  HttpRequest method = request();
  method.method = "GET / HTTP/1.1\r\nX:";
  EXPECT_EQ(ask(method).code, Code::invalidArgument);
  method.method = "CONNECT";
  EXPECT_EQ(ask(method).code, Code::invalidArgument);
  EXPECT_EQ(server_->visits(), 0);
}

TEST_F(EgressTest, ConnectionsAreKeptAndUsedAgain) {
  serveAlways(okAnswer("x"));
  for (int i = 0; i < 20; ++i) ASSERT_EQ(ask(request()).code, Code::ok);
  EXPECT_EQ(server_->visits(), 1);
}

TEST_F(EgressTest, IdleConnectionsAreClosed) {
  EgressOptions options;
  options.idleTimeout = std::chrono::milliseconds(100);
  serve(
      [](ScriptedServer::Visit& visit) {
        while (!visit.readRequest().empty() && visit.send(okAnswer("x"))) {
        }
      },
      options);
  EXPECT_EQ(ask(request()).code, Code::ok);
  EXPECT_TRUE(eventually([&] { return server_->open() == 0; }));
}

TEST_F(EgressTest, IdleConnectionClosedByServerIsReplaced) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.send(okAnswer("x"));
  });
  EXPECT_EQ(ask(request()).code, Code::ok);
  ASSERT_TRUE(eventually([&] { return server_->open() == 0; }));
  EXPECT_EQ(ask(request()).code, Code::ok);
  EXPECT_EQ(server_->visits(), 2);
}

TEST_F(EgressTest, RetriesOnceIfKeptConnectionDiesUnanswered) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.send(okAnswer(std::to_string(visit.number)));
    visit.readRequest();  // then closes without an answer
  });
  EXPECT_EQ(ask(request()).body, "1");
  EXPECT_EQ(ask(request()).body, "2");
}

TEST_F(EgressTest, NothingIsRetriedOnceAnAnswerHasBegun) {
  serve([](ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.send(okAnswer("x"));
    visit.readRequest();
    visit.send("HTTP/1.1 200 OK\r\nContent-");
  });
  EXPECT_EQ(ask(request()).code, Code::ok);
  EXPECT_EQ(ask(request()).code, Code::unavailable);
  EXPECT_EQ(server_->visits(), 1);
}

TEST_F(EgressTest, FreshConnectionThatDiesIsNotRetried) {
  serve([](ScriptedServer::Visit& visit) { visit.readRequest(); });
  EXPECT_EQ(ask(request()).code, Code::unavailable);
  EXPECT_EQ(server_->visits(), 1);
}

TEST_F(EgressTest, ConnectionWithSurplusBytesIsNotReused) {
  serveAlways(okAnswer("x") + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfake");
  EXPECT_EQ(ask(request()).body, "x");
  EXPECT_EQ(ask(request()).body, "x");
  EXPECT_EQ(server_->visits(), 2);
}

TEST_F(EgressTest, OutcomesStandInTheOrderOfTheRequests) {
  serve([](ScriptedServer::Visit& visit) {
    for (std::string text; !(text = visit.readRequest()).empty();) {
      const std::size_t from = text.find('/') + 1;
      visit.send(okAnswer(text.substr(from, text.find(' ', from) - from)));
    }
  });
  std::vector<HttpRequest> requests;
  for (int i = 0; i < 16; ++i) requests.push_back(request("/" + std::to_string(i)));
  requests[5].url = "https://evil.example/";
  const auto outcomes = http().send(requests);
  ASSERT_EQ(outcomes.size(), 16u);
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 5)
      EXPECT_EQ(outcomes[i].code, Code::permissionDenied);
    else
      EXPECT_EQ(outcomes[i].body, std::to_string(i));
  }
  EXPECT_TRUE(http().send({}).empty());
  requests.push_back(request());
  EXPECT_THROW(http().send(requests), integration::Failure);
}

}  // namespace
}  // namespace host_stub::test
