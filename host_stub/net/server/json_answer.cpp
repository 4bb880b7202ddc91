#include "net/server/json_answer.hpp"

#include <Poco/Net/HTTPResponse.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "integration/json.hpp"

namespace host_stub {
namespace {

using integration::Code;

constexpr std::int64_t kDefaultRetryAfterMs = 5000;

constexpr std::array kStatuses = std::to_array<std::pair<Code, int>>({
    {Code::ok, 200},
    {Code::invalidArgument, 422},
    {Code::notFound, 404},
    {Code::aborted, 409},
    {Code::failedPrecondition, 409},
    {Code::alreadyExists, 409},
    {Code::permissionDenied, 403},
    {Code::unauthenticated, 401},
    {Code::unavailable, 503},
    {Code::deadlineExceeded, 503},
    {Code::unknown, 503},
    {Code::cancelled, 503},
    {Code::resourceExhausted, 503},
    {Code::unimplemented, 501},
});

constexpr std::array kNames = std::to_array<std::pair<int, std::string_view>>({
    {400, "BadRequest"},
    {401, "NotAuthenticated"},
    {403, "Forbidden"},
    {404, "NotFound"},
    {405, "MethodNotAllowed"},
    {406, "NotAcceptable"},
    {408, "Timeout"},
    {409, "Conflict"},
    {411, "LengthRequired"},
    {413, "PayloadTooLarge"},
    {414, "UriTooLong"},
    {415, "UnsupportedMediaType"},
    {422, "Unprocessable"},
    {429, "TooManyRequests"},
    {431, "HeadersTooLarge"},
    {501, "NotImplemented"},
    {503, "Unavailable"},
});

}  // namespace

int httpStatusOf(Code code) {
  const auto known = std::find_if(kStatuses.begin(), kStatuses.end(),
                                  [&](const auto& status) { return status.first == code; });
  return known == kStatuses.end() ? 500 : known->second;
}

std::string_view errorName(int status) {
  const auto known =
      std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) { return name.first == status; });
  if (known != kNames.end()) return known->second;
  return status >= 500 ? "GeneralError" : "BadRequest";
}

std::string reasonPhrase(int status) {
  return Poco::Net::HTTPResponse::getReasonForStatus(
      static_cast<Poco::Net::HTTPResponse::HTTPStatus>(status));
}

WebResponse jsonTextAnswer(int status, std::string json) {
  return {status, {{"Content-Type", "application/json; charset=utf-8"}}, std::move(json)};
}

WebResponse jsonAnswer(int status, integration::Json json) {
  WebResponse answer = jsonTextAnswer(status, {});
  answer.json = std::make_shared<const integration::Json>(std::move(json));
  return answer;
}

void writeBody(WebResponse& answer) {
  if (!answer.json) return;
  answer.body = integration::dumpJson(*answer.json);
  answer.json.reset();
}

WebResponse errorAnswer(int status, std::string_view message, const std::vector<integration::Issue>& issues) {
  integration::Json body{{"code", status}, {"name", errorName(status)}, {"message", message}};
  for (const integration::Issue& issue : issues)
    body["issues"].push_back({{"path", issue.path}, {"message", issue.message}});
  return jsonTextAnswer(status, integration::dumpJson(body));
}

WebResponse errorAnswer(const integration::Error& error) {
  WebResponse answer = errorAnswer(httpStatusOf(error.code), error.message, error.issues);
  if (answer.status == 503) {
    const std::int64_t waitMs = std::max<std::int64_t>(error.retryAfterMs.value_or(kDefaultRetryAfterMs), 1);
    answer.headers.push_back({"Retry-After", std::to_string(waitMs / 1000 + (waitMs % 1000 != 0 ? 1 : 0))});
  }
  return answer;
}

}  // namespace host_stub
