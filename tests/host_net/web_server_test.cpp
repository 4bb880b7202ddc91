// Tests the web server's answers.
#include "net/server/web_server.hpp"

#include <atomic>
#include <stdexcept>
#include <vector>

#include "integration/json.hpp"
#include "integration/status.hpp"
#include "scripted_server.hpp"
#include "web_fixture.hpp"

namespace host_stub::test {
namespace {

class WebServerTest : public WebFixture {};

TEST_F(WebServerTest, HandsOverTheWholeRequest) {
  WebRequest seen;
  handling_ = [&](const WebRequest& request) {
    seen = request;
    return WebResponse{201, {{"X-Mine", "1"}}, "made"};
  };
  start();
  const RawAnswer answer = RawClient(port()).ask(post("/a%20b?x=1&y", "body", "X-Thing: some value \r\n"));
  EXPECT_EQ(answer.status, 201);
  EXPECT_EQ(answer.body, "made");
  EXPECT_TRUE(hasHeader(answer, "X-Mine: 1"));
  EXPECT_EQ(seen.method, "POST");
  EXPECT_EQ(seen.path, "/a%20b");
  EXPECT_EQ(seen.query, "x=1&y");
  EXPECT_EQ(seen.body, "body");
  EXPECT_EQ(seen.peer, "127.0.0.1");
  EXPECT_EQ(integration::findHeader(seen.headers, "x-thing"), "some value");
}

TEST_F(WebServerTest, PipelinedRequestsAreAnsweredInOrder) {
  start();
  RawClient client(port());
  std::string all;
  for (int i = 0; i < 500; ++i) all += post("/" + std::to_string(i), "b");
  client.send(all);
  for (int i = 0; i < 500; ++i) ASSERT_EQ(client.readAnswer().body, "POST /" + std::to_string(i) + " b");
}

TEST_F(WebServerTest, PipelinedAnswersAtTheHeadKeepOrder) {
  admitting_ = [](const RequestHead& head) {
    Admission admission;
    if (head.path != "/known") admission.answer = errorAnswer(404, "Not here.");
    return admission;
  };
  start();
  RawClient client(port());
  std::string all;
  for (int i = 0; i < 2000; ++i) all += get(i % 100 == 0 ? "/known" : "/x");
  client.send(all);
  for (int i = 0; i < 2000; ++i) ASSERT_EQ(client.readAnswer().status, i % 100 == 0 ? 200 : 404) << i;
}

TEST_F(WebServerTest, EveryAnswerHasSecurityHeadersAndNoBanner) {
  handling_ = [](const WebRequest& request) {
    return request.path == "/own" ? WebResponse{200, {{"Cache-Control", "max-age=60"}}, ""} : WebResponse{};
  };
  start();
  for (const std::string& request : {get("/"), get("/own"), std::string("broken\r\n\r\n")}) {
    const RawAnswer answer = RawClient(port()).ask(request);
    EXPECT_TRUE(hasHeader(answer, "X-Content-Type-Options: nosniff"));
    EXPECT_EQ(answer.head.find("\r\nServer:"), std::string::npos);
    EXPECT_EQ(answer.head.find("Access-Control"), std::string::npos);
    EXPECT_TRUE(
        hasHeader(answer, request == get("/own") ? "Cache-Control: max-age=60" : "Cache-Control: no-store"));
  }
}

TEST_F(WebServerTest, HeadGetsTheHeadersOfGetAndNoBody) {
  start();
  RawClient client(port());
  client.send("HEAD /h HTTP/1.1\r\nHost: t\r\n\r\n");
  const RawAnswer answer = client.readAnswer(false);
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(hasHeader(answer, "Content-Length: " + std::to_string(std::string("HEAD /h ").size())));
  EXPECT_EQ(client.ask(get("/next")).body, "GET /next ") << "nothing of a body may stand between";
}

TEST_F(WebServerTest, NoContentHasNoLength) {
  handling_ = [](const WebRequest&) { return WebResponse{204, {}, ""}; };
  start();
  const RawAnswer answer = RawClient(port()).ask(get("/"));
  EXPECT_EQ(answer.status, 204);
  EXPECT_EQ(answer.head.find("Content-Length"), std::string::npos);
}

TEST_F(WebServerTest, UnknownMethodsReachTheHandler) {
  start();
  EXPECT_EQ(RawClient(port()).ask("BREW /pot HTTP/1.1\r\nHost: t\r\n\r\n").body, "BREW /pot ");
}

TEST_F(WebServerTest, ThrowingHandlerIsAnswered500WithoutItsWords) {
  handling_ = [](const WebRequest&) -> WebResponse { throw std::runtime_error("table people is broken"); };
  start();
  RawClient client(port());
  const RawAnswer answer = client.ask(get("/"));
  EXPECT_EQ(answer.status, 500);
  const integration::Json body = integration::parseJson(answer.body);
  EXPECT_EQ(body["code"], 500);
  EXPECT_EQ(body["name"], "GeneralError");
  EXPECT_EQ(answer.body.find("people"), std::string::npos);
  EXPECT_EQ(client.ask(get("/again")).status, 500) << "the connection lives on";
}

TEST_F(WebServerTest, ThrowingAdmissionIsAnswered500) {
  admitting_ = [](const RequestHead&) -> Admission { throw std::runtime_error("x"); };
  start();
  EXPECT_EQ(RawClient(port()).ask(get("/")).status, 500);
}

TEST_F(WebServerTest, HandlerCanNotBreakTheMessage) {
  handling_ = [](const WebRequest& request) {
    if (request.path == "/split") return WebResponse{200, {{"X", "a\r\nSet-Cookie: b"}}, ""};
    return WebResponse{200, {{"Content-Length", "1"}, {"Connection", "upgrade"}}, "four"};
  };
  start();
  EXPECT_EQ(RawClient(port()).ask(get("/split")).status, 500);
  EXPECT_EQ(RawClient(port()).ask(get("/length")).body, "four");
}

TEST_F(WebServerTest, ConnectionClosesWhereTheClientWantsItTo) {
  start();
  RawClient closing(port());
  EXPECT_TRUE(hasHeader(closing.ask(get("/", "Connection: close\r\n")), "Connection: close"));
  EXPECT_TRUE(closing.closedWithin(std::chrono::seconds(4)));
  RawClient old(port());
  EXPECT_EQ(old.ask("GET /old HTTP/1.0\r\n\r\n").body, "GET /old ");
  EXPECT_TRUE(old.closedWithin(std::chrono::seconds(4)));
}

TEST_F(WebServerTest, EarlyAnswerIsGivenBeforeTheBodyComes) {
  admitting_ = [](const RequestHead& head) {
    Admission admission;
    if (head.path == "/gone") admission.answer = errorAnswer(404, "Not here.");
    return admission;
  };
  std::atomic<int> handled{0};
  handling_ = [&](const WebRequest&) { return ++handled, WebResponse{}; };
  start();
  const RawAnswer answer =
      RawClient(port()).ask("POST /gone HTTP/1.1\r\nHost: t\r\nContent-Length: 100000\r\n\r\n");
  EXPECT_EQ(answer.status, 404);
  EXPECT_TRUE(hasHeader(answer, "Connection: close"));
  EXPECT_EQ(handled, 0);
}

TEST_F(WebServerTest, ExpectContinueIsGrantedOnlyToWhatIsAdmitted) {
  start();
  RawClient client(port());
  client.send("POST /c HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(client.readAnswer().status, 100);
  EXPECT_EQ(client.ask("abc").body, "POST /c abc");
  EXPECT_EQ(RawClient(port())
                .ask("POST /c HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n")
                .status,
            413);
}

TEST_F(WebServerTest, MalformedRequestIsRefusedAndClosed) {
  start();
  RawClient client(port());
  const RawAnswer answer = client.ask(post("/", "abc", "Transfer-Encoding: chunked\r\n"));
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(integration::parseJson(answer.body)["name"], "BadRequest");
  EXPECT_TRUE(hasHeader(answer, "Connection: close"));
  EXPECT_EQ(RawClient(port()).ask("GET /" + std::string(9000, 'x') + " HTTP/1.1\r\nHost: t\r\n\r\n").status,
            414);
  EXPECT_EQ(RawClient(port()).ask(get("/", "A: " + std::string(40000, 'x') + "\r\n")).status, 431);
  EXPECT_TRUE(measured("http_rejected_total{reason=\"malformed\"} 3"));
}

TEST_F(WebServerTest, LargeAnswerReachesASlowReaderWhole) {
  const std::string large(20 << 20, 'y');
  handling_ = [&](const WebRequest&) { return WebResponse{200, {}, large}; };
  start({}, 1);
  RawClient slow(port());
  slow.send(get("/"));
  EXPECT_TRUE(eventually([&] { return measured("http_requests_total{class=\"2xx\"} 1"); }));
  EXPECT_EQ(RawClient(port()).ask(get("/")).body.size(), large.size())
      << "the only handler isn't held by the slow reader";
  EXPECT_EQ(slow.readAnswer().body, large);
}

TEST_F(WebServerTest, CountsWhatItDoes) {
  handling_ = [](const WebRequest& request) {
    return WebResponse{request.path == "/no" ? 404 : 200, {}, ""};
  };
  start();
  RawClient client(port());
  client.ask(get("/"));
  client.ask(get("/no"));
  client.ask(get("/"));
  EXPECT_TRUE(measured("http_requests_total{class=\"2xx\"} 2"));
  EXPECT_TRUE(measured("http_requests_total{class=\"4xx\"} 1"));
  EXPECT_TRUE(measured("http_connections_accepted_total 1"));
  EXPECT_TRUE(measured("http_connections 1"));
}

TEST_F(WebServerTest, SaysWhereItCanNotListen) {
  start();
  WebServer second(*this, metrics_);
  EXPECT_THROW(
      {
        try {
          second.start("127.0.0.1", port());
        } catch (const integration::Failure& failure) {
          EXPECT_NE(failure.error().message.find("127.0.0.1:" + std::to_string(port())), std::string::npos);
          throw;
        }
      },
      integration::Failure);
}

}  // namespace
}  // namespace host_stub::test
