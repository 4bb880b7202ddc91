#include "net/server/request_reader.hpp"

#include <gtest/gtest.h>

namespace host_stub {
namespace {

using State = RequestReader::State;

constexpr const char* kHead = "POST /a/b?x=1 HTTP/1.1\r\nHost: h\r\n";

State feedAll(RequestReader& reader, std::string_view bytes, std::size_t bodyLimit = 1000) {
  const State state = reader.feed(bytes);
  return state == State::admission ? reader.admit(bodyLimit) : state;
}

int refusalOf(const std::string& bytes, std::size_t bodyLimit = 1000) {
  RequestReader reader("peer");
  return feedAll(reader, bytes, bodyLimit) == State::refused ? reader.refusal() : 0;
}

TEST(RequestReader, ReadsTheSameHoweverTheBytesAreCut) {
  const std::string bytes =
      "\r\n" + std::string(kHead) +
      "Transfer-Encoding: chunked\r\n\r\n3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nT: t\r\n\r\n";
  for (std::size_t step = 1; step <= bytes.size(); ++step) {
    RequestReader reader("peer");
    State state = State::reading;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      EXPECT_EQ(state, State::reading);
      state = feedAll(reader, std::string_view(bytes).substr(at, step));
    }
    ASSERT_EQ(state, State::complete) << step;
    const WebRequest request = reader.take();
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.path, "/a/b");
    EXPECT_EQ(request.query, "x=1");
    EXPECT_EQ(request.peer, "peer");
    EXPECT_EQ(request.body, "abcde");
    EXPECT_EQ(request.headers.size(), 2u) << "trailers are no headers";
  }
}

TEST(RequestReader, ReadsAnEmptyChunkedBodyInPieces) {
  RequestReader reader("peer");
  EXPECT_EQ(feedAll(reader, std::string(kHead) + "Transfer-Encoding: chunked\r\n\r\n"), State::reading);
  EXPECT_EQ(reader.feed("0\r\n"), State::reading);
  EXPECT_EQ(reader.feed("\r"), State::reading);
  EXPECT_EQ(reader.feed("\n"), State::complete);
}

TEST(RequestReader, StopsAtTheHeadUntilTheBodyIsAdmitted) {
  RequestReader reader("peer");
  EXPECT_EQ(reader.feed(std::string(kHead) + "Content-Length: 3\r\n\r\nabc"), State::admission);
  EXPECT_EQ(reader.head().path, "/a/b");
  EXPECT_TRUE(reader.hasBody());
  EXPECT_EQ(reader.admit(3), State::complete);
}

TEST(RequestReader, ReadsOneRequestAfterTheOther) {
  RequestReader reader("peer");
  EXPECT_EQ(feedAll(reader, std::string(kHead) +
                                "Content-Length: 1\r\n\r\nA\r\nGET /second HTTP/1.1\r\nHost: h\r\n\r\n"),
            State::complete);
  EXPECT_EQ(reader.take().body, "A");
  EXPECT_EQ(reader.next(), State::admission);
  EXPECT_EQ(reader.head().path, "/second");
  EXPECT_EQ(reader.admit(0), State::complete);
  EXPECT_EQ(reader.next(), State::reading);
  EXPECT_TRUE(reader.untouched());
}

TEST(RequestReader, TakesAnAbsoluteTargetAndAnyMethodToken) {
  RequestReader reader("peer");
  EXPECT_EQ(reader.feed("BREW http://h:80?q=2 HTTP/1.1\r\nHost: h\r\n\r\n"), State::admission);
  EXPECT_EQ(reader.head().method, "BREW");
  EXPECT_EQ(reader.head().path, "/");
  EXPECT_EQ(reader.head().query, "q=2");
}

TEST(RequestReader, TakesBodyUpToLimitAndRefusesOneByteMore) {
  const std::string ten(10, 'x');
  EXPECT_EQ(refusalOf(kHead + std::string("Content-Length: 10\r\n\r\n") + ten, 10), 0);
  EXPECT_EQ(refusalOf(kHead + std::string("Content-Length: 11\r\n\r\n"), 10), 413);
  EXPECT_EQ(
      refusalOf(
          kHead + std::string("Transfer-Encoding: chunked\r\n\r\n5\r\nxxxxx\r\n5\r\nxxxxx\r\n0\r\n\r\n"), 10),
      0);
  EXPECT_EQ(refusalOf(kHead + std::string("Transfer-Encoding: chunked\r\n\r\n5\r\nxxxxx\r\n6\r\n"), 10), 413);
  EXPECT_EQ(refusalOf(kHead + std::string("Content-Length: 18446744073709551615\r\n\r\n"), 10), 413);
}

TEST(RequestReader, HeadersHaveLimits) {
  auto headers = [](int count) {
    std::string out = kHead;
    for (int i = 1; i < count; ++i) out += "A" + std::to_string(i) + ": v\r\n";
    return out + "\r\n";
  };
  EXPECT_EQ(refusalOf(headers(100)), 0);
  EXPECT_EQ(refusalOf(headers(101)), 431);
  EXPECT_EQ(refusalOf(kHead + std::string("A: ") + std::string(33000, 'x') + "\r\n\r\n"), 431);
  EXPECT_EQ(refusalOf(kHead + std::string("A: ") + std::string(33000, 'x')), 431)
      << "before its end has come";
  EXPECT_EQ(refusalOf("GET /" + std::string(8191, 'x') + " HTTP/1.1\r\nHost: h\r\n\r\n"), 0);
  EXPECT_EQ(refusalOf("GET /" + std::string(8192, 'x') + " HTTP/1.1\r\nHost: h\r\n\r\n"), 414);
  EXPECT_EQ(refusalOf("GET /" + std::string(40000, 'x')), 414);
  EXPECT_EQ(refusalOf(kHead + std::string("Transfer-Encoding: chunked\r\n\r\n1;") + std::string(40000, 'x')),
            400);
}

class MalformedRequest : public testing::TestWithParam<std::string> {};

TEST_P(MalformedRequest, IsRefused) {
  EXPECT_EQ(refusalOf(GetParam()), 400) << GetParam();
}

TEST(RequestReader, HoldsAtMostTwiceWhatCameOfABody) {
  RequestReader reader("peer");
  ASSERT_EQ(reader.feed(std::string(kHead) + "Content-Length: 4194304\r\n\r\n"), State::admission);
  EXPECT_EQ(reader.admit(4194304), State::reading);
  EXPECT_LT(reader.held(), 1024U) << "although much is announced";
  for (std::size_t came = 65536; came < 4194304; came += 65536) {
    EXPECT_EQ(reader.feed(std::string(65536, 'x')), State::reading);
    EXPECT_LT(reader.held(), 2 * came + 1024);
  }
  EXPECT_LT(reader.held(), 4194304U + 1024U) << "and never more than was announced";
  EXPECT_EQ(reader.feed(std::string(65536, 'x')), State::complete);
  EXPECT_EQ(reader.take().body.size(), 4194304U);
}

INSTANTIATE_TEST_SUITE_P(
    RequestReader, MalformedRequest,
    testing::Values(
        "\x16\x03\x01 a TLS hello", "GET\r\n\r\n", "GET / HTTP/2.0\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET nothing HTTP/1.1\r\nHost: h\r\n\r\n", "GET nothing?://h/path HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET ://h/path HTTP/1.1\r\nHost: h\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\nA: b\r\n c\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nA: b\r\n\tc\r\n\r\n",
        std::string(kHead) + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nA : b\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nA: b\rc\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nA: " + std::string(1, '\0') + "\r\n\r\n",
        std::string(kHead) + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
        std::string(kHead) + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
        std::string(kHead) + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
        std::string(kHead) + "Content-Length: 3\r\nContent-Length: 4\r\n\r\n",
        std::string(kHead) + "Content-Length: 3, 3\r\n\r\nabc",
        std::string(kHead) + "Content-Length: -1\r\n\r\n",
        std::string(kHead) + "Content-Length: +3\r\n\r\nabc",
        std::string(kHead) + "Content-Length: 0x3\r\n\r\nabc", std::string(kHead) + "Content-Length:\r\n\r\n",
        std::string(kHead) + "Content-Length: 18446744073709551616\r\n\r\n",
        std::string(kHead) + "Transfer-Encoding: gzip\r\n\r\n",
        std::string(kHead) + "Transfer-Encoding: gzip, chunked\r\n\r\n",
        std::string(kHead) + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        std::string(kHead) + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
        std::string(kHead) + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
        std::string(kHead) + "Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n"));

}  // namespace
}  // namespace host_stub
