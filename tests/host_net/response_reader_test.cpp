#include "net/client/response_reader.hpp"

#include <gtest/gtest.h>

namespace host_stub {
namespace {

using Answer = ResponseReader::State;

constexpr const char* kContinueAnswer = "HTTP/1.1 100 Continue\r\n\r\n";

struct ResponseCase {
  std::string bytes;
  Answer atOnce = Answer::reading;  // before the connection ends
  Answer atEnd = Answer::broken;
  std::string body = "";
  bool expectsBody = true;
};

class ResponseReaderCase : public testing::TestWithParam<ResponseCase> {};

TEST_P(ResponseReaderCase, ReadsTheSameHoweverItIsCut) {
  const ResponseCase& wanted = GetParam();
  for (std::size_t cut = 0; cut <= wanted.bytes.size(); ++cut) {
    ResponseReader reader(wanted.expectsBody);
    reader.feed(std::string_view(wanted.bytes).substr(0, cut));
    ASSERT_EQ(reader.feed(std::string_view(wanted.bytes).substr(cut)), wanted.atOnce) << cut;
    ASSERT_EQ(reader.finish(), wanted.atEnd) << cut;
    if (wanted.atEnd == Answer::complete) {
      ASSERT_EQ(reader.take().body, wanted.body) << cut;
    }
  }
}

TEST_P(ResponseReaderCase, ReadsTheSameByteByByte) {
  const ResponseCase& wanted = GetParam();
  ResponseReader reader(wanted.expectsBody);
  for (const char byte : wanted.bytes) reader.feed({&byte, 1});
  EXPECT_EQ(reader.finish(), wanted.atEnd);
}

TEST_P(ResponseReaderCase, MayEndAnywhere) {
  const std::string& bytes = GetParam().bytes;
  for (std::size_t end = 0; end <= bytes.size(); ++end) {
    ResponseReader reader(GetParam().expectsBody);
    reader.feed(std::string_view(bytes).substr(0, end));
    EXPECT_NE(reader.finish(), Answer::reading);
    EXPECT_NE(reader.feed("HTTP/1.1 200 OK\r\n\r\n"), Answer::reading);
  }
}

const std::string kOkLine = "HTTP/1.1 200 OK\r\n";
const std::string kChunkedAnswer = kOkLine + "Transfer-Encoding: chunked\r\n\r\n";

INSTANTIATE_TEST_SUITE_P(
    ResponseReader, ResponseReaderCase,
    testing::Values(
        ResponseCase{""}, ResponseCase{kContinueAnswer},
        ResponseCase{kContinueAnswer + std::string("HTTP/1.1 1")},
        ResponseCase{"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n"},
        ResponseCase{kContinueAnswer + kOkLine + "Content-Length: 2\r\n\r\nok", Answer::complete,
                     Answer::complete, "ok"},
        ResponseCase{kOkLine + "\r\nto the end", Answer::reading, Answer::complete, "to the end"},
        ResponseCase{kOkLine + "\r\n", Answer::reading, Answer::complete},
        ResponseCase{kOkLine + "Content-Length: 3\r\n\r\nok"},
        ResponseCase{kOkLine + "Content-Length: 0\r\n\r\n", Answer::complete, Answer::complete},
        ResponseCase{kOkLine + "Content-Length: 9\r\n\r\n", Answer::complete, Answer::complete, "", false},
        ResponseCase{"HTTP/1.1 204 None\r\n\r\n", Answer::complete, Answer::complete},
        ResponseCase{"HTTP/1.1 304 Same\r\nContent-Length: 9\r\n\r\n", Answer::complete, Answer::complete},
        ResponseCase{"HTTP/1.1 101 Switching Protocols\r\n\r\n", Answer::broken},
        ResponseCase{"HTTP/1.1 099 Nothing\r\n\r\n"},
        ResponseCase{"HTTP/1.1 000 Nothing\r\nContent-Length: 0\r\n\r\n", Answer::broken},
        ResponseCase{kChunkedAnswer + "0\r\n\r\n", Answer::complete, Answer::complete},
        ResponseCase{kChunkedAnswer + "3;x=1\r\nabc\r\n2\r\nde\r\n0\r\nT: t\r\n\r\n", Answer::complete,
                     Answer::complete, "abcde"},
        ResponseCase{kChunkedAnswer + "3\r\nab"}, ResponseCase{kChunkedAnswer + "0\r\nT: t"},
        ResponseCase{kChunkedAnswer + "xx\r\nabcdef", Answer::broken},
        ResponseCase{"no HTTP at all\r\n\r\n", Answer::broken}));

TEST(ResponseReader, BoundsTheInterimAnswers) {
  ResponseReader reader(true);
  for (int i = 0; i < ResponseReader::kMaxInterim; ++i)
    EXPECT_EQ(reader.feed(kContinueAnswer), Answer::reading);
  EXPECT_EQ(reader.feed(kContinueAnswer), Answer::broken);
  EXPECT_EQ(reader.problem(), "more than 16 interim answers");
}

TEST(ResponseReader, ReusesOnlyWhatIsInStep) {
  const std::string answer = kOkLine + "Content-Length: 1\r\n\r\nA";
  ResponseReader clean(true), more(true), closing(true);
  clean.feed(answer);
  EXPECT_TRUE(clean.reusable());
  more.feed(answer + "B");
  EXPECT_FALSE(more.reusable());
  closing.feed(kOkLine + "Connection: close\r\nContent-Length: 0\r\n\r\n");
  EXPECT_FALSE(closing.reusable());
}

TEST(ResponseReader, RefusesABodyOfMoreThan8Mebibytes) {
  ResponseReader told(true), chunked(true), endless(true);
  EXPECT_EQ(told.feed(kOkLine + "Content-Length: 8388609\r\n\r\n"), Answer::tooLarge);
  EXPECT_EQ(chunked.feed(kChunkedAnswer + "800001\r\n"), Answer::tooLarge);
  endless.feed(kOkLine + "\r\n");
  EXPECT_EQ(endless.feed(std::string(integration::Http::kMaxResponse + 1, 'x')), Answer::tooLarge);
}

}  // namespace
}  // namespace host_stub
