#include "net/server/json_answer.hpp"

#include <gtest/gtest.h>

#include <map>

#include "integration/json.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Error;

std::string header(const WebResponse& response, std::string_view name) {
  return std::string(integration::findHeader(response.headers, name).value_or(""));
}

TEST(ErrorAnswer, SaysCodeNameMessageAndIssues) {
  const WebResponse answer = errorAnswer(Error{Code::invalidArgument,
                                               "The member can't be added.",
                                               std::nullopt,
                                               {{"lastName", "required", "Fill in the last name."}}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(header(answer, "Content-Type"), "application/json; charset=utf-8");
  EXPECT_EQ(answer.body, R"({"code":422,"name":"Unprocessable","message":"The member can't be added.",)"
                         R"("issues":[{"path":"lastName","message":"Fill in the last name."}]})");
}

TEST(ErrorAnswer, HasNoIssuesWhereNoFieldIsAtFault) {
  EXPECT_EQ(errorAnswer(404, "No such hire.").body,
            R"({"code":404,"name":"NotFound","message":"No such hire."})");
}

TEST(ErrorAnswer, MapsEveryCodeToItsHttpStatus) {
  const std::map<Code, int> expected{
      {Code::cancelled, 503},        {Code::unknown, 503},           {Code::invalidArgument, 422},
      {Code::deadlineExceeded, 503}, {Code::notFound, 404},          {Code::alreadyExists, 409},
      {Code::permissionDenied, 403}, {Code::resourceExhausted, 503}, {Code::failedPrecondition, 409},
      {Code::aborted, 409},          {Code::outOfRange, 500},        {Code::unimplemented, 501},
      {Code::internal, 500},         {Code::unavailable, 503},       {Code::dataLoss, 500},
      {Code::unauthenticated, 401}};
  for (const auto& [code, status] : expected) EXPECT_EQ(errorAnswer(Error{code, "m", {}, {}}).status, status);
}

TEST(ErrorAnswer, NamesStatusesAsTheHumaansApiDoes) {
  EXPECT_EQ(errorName(400), "BadRequest");
  EXPECT_EQ(errorName(401), "NotAuthenticated");
  EXPECT_EQ(errorName(403), "Forbidden");
  EXPECT_EQ(errorName(409), "Conflict");
  EXPECT_EQ(errorName(429), "TooManyRequests");
  EXPECT_EQ(errorName(500), "GeneralError");
  EXPECT_EQ(errorName(503), "Unavailable");
}

TEST(ErrorAnswer, TellsWhenToRetryInSecondsRoundedUp) {
  EXPECT_EQ(header(errorAnswer(Error{Code::unavailable, "m", 1001, {}}), "Retry-After"), "2");
  EXPECT_EQ(header(errorAnswer(Error{Code::resourceExhausted, "m", 3000, {}}), "Retry-After"), "3");
  EXPECT_EQ(header(errorAnswer(Error{Code::unavailable, "m", 0, {}}), "Retry-After"), "1");
  EXPECT_EQ(header(errorAnswer(Error{Code::unknown, "m", {}, {}}), "Retry-After"), "5");
  EXPECT_EQ(header(errorAnswer(Error{Code::notFound, "m", 1000, {}}), "Retry-After"), "");
}

TEST(ErrorAnswer, IsJsonEvenWhereTheMessageIsNotUtf8) {
  EXPECT_NO_THROW(integration::parseJson(errorAnswer(500, "broken \xff").body));
}

}  // namespace
}  // namespace host_stub
