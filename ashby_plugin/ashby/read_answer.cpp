#include "ashby/read_answer.hpp"

#include "integration/json.hpp"
#include "json/read_json.hpp"

namespace ashby {
namespace {

using integration::Code;
using integration::HttpOutcome;
using integration::Json;

std::string textAt(const Json& json, std::string_view name) {
  if (!json.is_object()) return {};
  const auto found = json.find(name);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flagAt(const Json& json, std::string_view name) {
  const auto found = json.find(name);
  return found != json.end() && found->is_boolean() && found->get<bool>();
}

// errorInfo.code, else errors[0] as text, else errors[0].code, else errors[0].message: all four forms are met
// (guide "responses", live keys). A lacking permission comes in the last too.
std::string errorCode(const Json& body) {
  if (!body.is_object()) return {};
  if (const auto info = body.find("errorInfo"); info != body.end())
    if (std::string code = textAt(*info, "code"); !code.empty()) return code;
  const auto errors = body.find("errors");
  if (errors == body.end() || !errors->is_array() || errors->empty()) return {};
  const Json& first = errors->front();
  if (first.is_string()) return first.get<std::string>();
  const std::string code = textAt(first, "code");
  return code.empty() ? textAt(first, "message") : code;
}

// Returns "" for what is no word: a code is shown to people and logged, and a sentence may hold data.
std::string wordOnly(const std::string& code) {
  const bool word = code.size() <= 64 && code.find_first_not_of(
                                             "abcdefghijklmnopqrstuvwxyz"
                                             "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string::npos;
  return word ? code : std::string();
}

bool looksLikeHtml(const HttpOutcome& outcome) {
  const std::size_t first = outcome.body.find_first_not_of(" \t\r\n");
  return first != std::string::npos && outcome.body[first] == '<';
}

// The host's own words, which name the origin and what the network said.
std::string inBrackets(std::string message) {
  if (message.ends_with('.')) message.pop_back();
  return message.empty() ? "" : " (" + message + ")";
}

Answer notReached(const std::string& endpoint, const HttpOutcome& outcome) {
  switch (outcome.code) {
    case Code::failedPrecondition:
      return noAnswer(ErrorKind::keyRefused, "there is no API key yet: paste one in the settings");
    case Code::deadlineExceeded:
      return noAnswer(ErrorKind::unavailable, "Ashby did not answer " + endpoint + " in time");
    case Code::resourceExhausted:
      return noAnswer(ErrorKind::unavailable, "Ashby's answer to " + endpoint + " is too large");
    case Code::permissionDenied:
      return noAnswer(ErrorKind::unavailable, "the host does not let this plugin reach Ashby");
    default:
      return noAnswer(ErrorKind::unavailable,
                      "Ashby could not be reached for " + endpoint + inBrackets(outcome.message));
  }
}

// The meaning of an answer that came.
Answer readReached(const std::string& endpoint, const HttpOutcome& outcome, std::int64_t now) {
  const std::string status = std::to_string(outcome.httpStatus);
  std::optional<Json> body;
  try {
    body = readJson(outcome.body);
  } catch (const integration::Failure&) {
    // HTML of a proxy, half a body, nothing: the status alone must do.
  }
  const std::string code = body ? wordOnly(errorCode(*body)) : std::string();
  // The code decides, whatever HTTP status it comes with.
  if (code == "missing_endpoint_permission")
    return noAnswer(ErrorKind::missingPermission,
                    "the key lacks the permission " + std::string(permissionFor(endpoint)) + " (read)", code);
  if (outcome.httpStatus == 429 || code == "rate_limit_exceeded" || code == "concurrent_limit_exceeded") {
    Answer answer = noAnswer(ErrorKind::rateLimited, "Ashby's rate limit is reached", code);
    answer.retryAfterMs = retryAfter(now, outcome.headers).value_or(0);
    return answer;
  }
  if (outcome.httpStatus == 401 || outcome.httpStatus == 403) {
    // Ashby's own words are JSON or plain text; a page is that of a proxy in between and says nothing about
    // the key.
    if (looksLikeHtml(outcome))
      return noAnswer(ErrorKind::unavailable,
                      "something before Ashby answered " + endpoint + " with HTTP " + status);
    return noAnswer(ErrorKind::keyRefused, "Ashby refuses the API key: it is wrong or was deactivated", code);
  }
  if (outcome.httpStatus == 404)  // no such thing, whatever the page says
    return noAnswer(ErrorKind::refused, "Ashby has no " + endpoint + " for this", code);
  const bool isEnvelope = body && body->is_object() && body->contains("success");
  const bool refusesCall = outcome.httpStatus >= 400 && outcome.httpStatus < 500 && !code.empty();
  if (isEnvelope && !flagAt(*body, "success") && (outcome.httpStatus == 200 || refusesCall))
    return noAnswer(ErrorKind::refused, "Ashby refused " + endpoint + (code.empty() ? "" : " with " + code),
                    code);
  if (outcome.httpStatus != 200 || !isEnvelope)
    return noAnswer(ErrorKind::unavailable,
                    "Ashby answered " + endpoint + " with HTTP " + status +
                        (outcome.httpStatus == 200 ? " and a body that can't be read" : ""),
                    code);
  Answer answer;
  if (const auto results = body->find("results"); results != body->end())
    answer.results = std::make_shared<const Json>(std::move(*results));
  answer.moreDataAvailable = flagAt(*body, "moreDataAvailable");
  answer.nextCursor = textAt(*body, "nextCursor");
  answer.syncToken = textAt(*body, "syncToken");
  return answer;
}

}  // namespace

Answer noAnswer(ErrorKind kind, std::string message, std::string code) {
  Answer answer;
  answer.error = kind;
  answer.message = std::move(message);
  answer.code = std::move(code);
  return answer;
}

Answer readAnswer(const std::string& endpoint, const HttpOutcome& outcome, std::int64_t now) {
  if (outcome.code != Code::ok) return notReached(endpoint, outcome);
  Answer answer = readReached(endpoint, outcome, now);
  answer.httpStatus = outcome.httpStatus;
  return answer;
}

std::optional<std::string> versionStatusIn(std::span<const integration::Header> headers) {
  const auto status = integration::findHeader(headers, "Ashby-Version-Status");
  return status ? std::optional(wordOnly(std::string(*status))) : std::nullopt;
}

}  // namespace ashby
