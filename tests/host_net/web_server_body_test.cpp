// Tests bodies that exceed the limit.
#include <atomic>

#include "integration/json.hpp"
#include "web_fixture.hpp"

namespace host_stub::test {
namespace {

class WebServerBody : public WebFixture {};

TEST_F(WebServerBody, HasTheLimitOfItsPath) {
  admitting_ = [](const RequestHead& head) {
    return Admission{.bodyLimit = head.path == "/big" ? 20u : 10u};
  };
  start();
  EXPECT_EQ(RawClient(port()).ask(post("/big", std::string(20, 'x'))).status, 200);
  EXPECT_EQ(RawClient(port()).ask(post("/small", std::string(11, 'x'))).status, 413);
  EXPECT_TRUE(measured("http_rejected_total{reason=\"too_large\"} 1"));
}

TEST_F(WebServerBody, OfASenderIsReadUntilItSeesTheAnswer) {
  start();
  RawClient client(port());
  ASSERT_TRUE(client.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 33554432\r\n\r\n"));
  const std::string part(1 << 20, 'x');
  for (int i = 0; i < 32; ++i) ASSERT_TRUE(client.send(part)) << "MiB " << i;
  const RawAnswer answer = client.readAnswer();
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(integration::parseJson(answer.body)["name"], "PayloadTooLarge");
  EXPECT_TRUE(client.closedWithin(std::chrono::seconds(8)));
}

TEST_F(WebServerBody, InChunksIsRefusedAtTheLimitAndNeverCut) {
  std::atomic<int> handled{0};
  handling_ = [&](const WebRequest&) { return ++handled, WebResponse{}; };
  start();
  RawClient client(port());
  client.send("POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "100000\r\n" + std::string(1 << 20, 'x') + "\r\n";
  for (int i = 0; i < 8; ++i) ASSERT_TRUE(client.send(chunk));
  EXPECT_EQ(client.readAnswer().status, 413);
  EXPECT_EQ(handled, 0);
}

TEST_F(WebServerBody, TooLargeIsWithheldIfHandlerWantsTheRest) {
  admitting_ = [](const RequestHead&) { return Admission{.bodyLimit = 1 << 20, .handleTooLarge = true}; };
  handling_ = [](const WebRequest& request) {
    return WebResponse{request.bodyWithheld && request.body.empty() ? 403 : 200, {}, request.path};
  };
  start();
  RawClient byLength(port());
  ASSERT_TRUE(byLength.send("POST /l HTTP/1.1\r\nHost: t\r\nContent-Length: 33554432\r\n\r\n"));
  const std::string part(1 << 20, 'x');
  for (int i = 0; i < 32; ++i) ASSERT_TRUE(byLength.send(part)) << "MiB " << i;
  const RawAnswer answer = byLength.readAnswer();
  EXPECT_EQ(answer.status, 403);
  EXPECT_EQ(answer.body, "/l");
  EXPECT_TRUE(byLength.closedWithin(std::chrono::seconds(8)));

  RawClient chunked(port());
  chunked.send("POST /c HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 8; ++i) ASSERT_TRUE(chunked.send("100000\r\n" + part + "\r\n"));
  EXPECT_EQ(chunked.readAnswer().status, 403);
  EXPECT_TRUE(measured("http_rejected_total{reason=\"too_large\"} 2"));
  EXPECT_EQ(RawClient(port()).ask(post("/s", "small")).status, 200);
}

TEST_F(WebServerBody, IsDroppedUpToItsByteLimit) {
  start({.drainTimeout = std::chrono::seconds(60), .drainBytes = 4 << 20});
  RawClient client(port());
  client.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 999999999\r\n\r\n");
  const std::string part(1 << 20, 'x');
  int sent = 0;
  while (sent < 200 && client.send(part)) ++sent;
  EXPECT_LT(sent, 200);
}

}  // namespace
}  // namespace host_stub::test
