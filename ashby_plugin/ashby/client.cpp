#include "ashby/client.hpp"

#include <algorithm>
#include <map>

#include "ashby/read_json.hpp"
#include "integration/describe_json.hpp"

namespace ashby {
namespace {

using integration::Code;
using integration::HttpOutcome;
using integration::HttpRequest;
using integration::Json;

constexpr std::int64_t kPatienceMs = 10000;  // the longest that a host takes
constexpr std::int64_t kToKeepMs = 1000;     // left of the call for what follows an answer
constexpr std::int64_t kWorthAskingMs = 500;

Json bodyOf(const Question& question) {
  Json body = Json::object();
  for (const auto& [name, value] : question.parameters)
    std::visit([&body, &key = name](const auto& plain) { body[key] = plain; }, value);
  return body;
}

HttpRequest toRequest(const Question& question) {
  HttpRequest request;
  request.url = std::string(kOrigin) + "/" + question.endpoint;
  // Content-Type is required on every call; Accept is what Ashby's own sample sends (guide "authentication").
  request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json; version=1"}};
  request.body = integration::dumpJson(bodyOf(question));
  request.auth = HttpRequest::Auth::basic;
  request.secret = kApiKeySecret;
  return request;
}

std::string textAt(const Json& json, std::string_view name) {
  if (!json.is_object()) return {};
  const auto found = json.find(name);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flagAt(const Json& json, std::string_view name) {
  const auto found = json.find(name);
  return found != json.end() && found->is_boolean() && found->get<bool>();
}

// errorInfo.code, else errors[0] as text, else errors[0].code: all three forms are met (guide "responses",
// live keys).
std::string errorCode(const Json& body) {
  if (!body.is_object()) return {};
  if (const auto info = body.find("errorInfo"); info != body.end())
    if (std::string code = textAt(*info, "code"); !code.empty()) return code;
  const auto errors = body.find("errors");
  if (errors == body.end() || !errors->is_array() || errors->empty()) return {};
  const Json& first = errors->front();
  return first.is_string() ? first.get<std::string>() : textAt(first, "code");
}

Answer trouble(Trouble kind, std::string message, std::string code = {}) {
  Answer answer;
  answer.trouble = kind;
  answer.message = std::move(message);
  answer.code = std::move(code);
  return answer;
}

// A code is shown to people and logged, so it must be a word: anything else may be data.
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

Answer notReached(const std::string& endpoint, const HttpOutcome& outcome) {
  switch (outcome.code) {
    case Code::failedPrecondition:
      return trouble(Trouble::keyRefused, "there is no API key yet: paste one in the settings");
    case Code::deadlineExceeded:
      return trouble(Trouble::unavailable, "Ashby did not answer " + endpoint + " in time");
    case Code::resourceExhausted:
      return trouble(Trouble::unavailable, "Ashby's answer to " + endpoint + " is too large");
    case Code::permissionDenied:
      return trouble(Trouble::unavailable, "the host does not let this plugin reach Ashby");
    default:
      return trouble(Trouble::unavailable, "Ashby could not be reached for " + endpoint);
  }
}

Answer readAnswer(const std::string& endpoint, const HttpOutcome& outcome, std::int64_t now) {
  if (outcome.code != Code::ok) return notReached(endpoint, outcome);
  const std::string status = std::to_string(outcome.httpStatus);
  std::optional<Json> body;
  try {
    body = readJson(outcome.body);
  } catch (const integration::Failure&) {
    // HTML of a proxy, half a body, nothing: the status alone must do.
  }
  const std::string code = body ? wordOnly(errorCode(*body)) : std::string();
  if (outcome.httpStatus == 429) {
    Answer answer = trouble(Trouble::rateLimited, "Ashby's rate limit is reached", code);
    answer.retryAfterMs = retryAfter(now, outcome.headers).value_or(0);
    return answer;
  }
  if (outcome.httpStatus == 403 && code == "missing_endpoint_permission")
    return trouble(Trouble::missingPermission,
                   "the key lacks the permission " + std::string(permissionFor(endpoint)) + " (read)", code);
  if (outcome.httpStatus == 401 || outcome.httpStatus == 403) {
    // Ashby's own words are JSON or plain text; a page is that of a proxy in between and says nothing about
    // the key.
    if (looksLikeHtml(outcome))
      return trouble(Trouble::unavailable,
                     "something before Ashby answered " + endpoint + " with HTTP " + status);
    return trouble(Trouble::keyRefused, "Ashby refuses the API key: it is wrong or was deactivated", code);
  }
  if (outcome.httpStatus == 404)  // no such thing, whatever the page says
    return trouble(Trouble::refused, "Ashby has no " + endpoint + " for this", code);
  if (outcome.httpStatus != 200 || !body || !body->is_object() || !body->contains("success"))
    return trouble(Trouble::unavailable,
                   "Ashby answered " + endpoint + " with HTTP " + status +
                       (outcome.httpStatus == 200 ? " and a body that can't be read" : ""),
                   code);
  if (!flagAt(*body, "success"))
    return trouble(Trouble::refused, "Ashby refused " + endpoint + (code.empty() ? "" : " with " + code),
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

std::vector<Answer> Client::ask(const std::vector<Question>& questions) {
  constexpr std::size_t kTogether = 16;
  std::vector<Answer> answers(questions.size());
  std::vector<HttpRequest> requests;
  std::map<std::string, std::vector<std::size_t>> askers;  // of each request, by its name
  std::vector<std::string> names;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    HttpRequest request = toRequest(questions[i]);
    std::string name = questions[i].endpoint + request.body;
    if (questions[i].shared && (answers[i].results = link_.answers.find(now(), name))) continue;
    std::vector<std::size_t>& same = askers[name];
    same.push_back(i);
    if (same.size() > 1) continue;
    requests.push_back(std::move(request));
    names.push_back(std::move(name));
  }
  for (std::size_t from = 0; from < requests.size(); from += kTogether) {
    const auto some = std::span(requests).subspan(from, std::min(kTogether, requests.size() - from));
    const std::uint32_t patient = patience();
    if (patient == 0) {
      for (std::size_t i = 0; i < some.size(); ++i)
        for (const std::size_t place : askers[names[from + i]])
          answers[place] = trouble(Trouble::outOfTime, "there was no time left to ask Ashby");
      continue;
    }
    for (HttpRequest& request : some) request.timeoutMs = patient;
    link_.pacer.sent(now(), static_cast<std::int64_t>(some.size()));
    const std::vector<HttpOutcome> outcomes = call_.http().send(some);
    now_ = call_.clock().now();
    for (std::size_t i = 0; i < some.size(); ++i) {
      link_.pacer.learn(now_, outcomes[i].headers);
      const std::string& name = names[from + i];
      const std::vector<std::size_t>& same = askers[name];
      const Question& question = questions[same.front()];
      std::optional<InHand> named;
      if (!question.about.empty()) named.emplace(call_.log(), question.about);
      const Answer answer = readAnswer(question.endpoint, outcomes[i], now_);
      if (question.shared && answer.ok() && answer.results) link_.answers.keep(now_, name, answer.results);
      for (const std::size_t place : same) answers[place] = answer;
    }
  }
  return answers;
}

std::uint32_t Client::patience() {
  const std::int64_t left =
      call_.deadline() == 0 ? kPatienceMs : std::min(kPatienceMs, call_.deadline() - now() - kToKeepMs);
  return left < kWorthAskingMs ? 0 : static_cast<std::uint32_t>(left);
}

std::int64_t Client::now() {
  if (now_ == 0) now_ = call_.clock().now();
  return now_;
}

Answer Client::ask(Question question) {
  std::vector<Question> one;
  one.push_back(std::move(question));
  return std::move(ask(one).front());
}

template <class T>
std::optional<T> resultsAs(Answer& answer) {
  try {
    return integration::fromJson<T>(answer.results ? *answer.results : Json(), "Ashby's answer");
  } catch (const integration::Failure& wrongShape) {
    answer.trouble = Trouble::unavailable;
    answer.message = wrongShape.what();
    return std::nullopt;
  }
}
template std::optional<Application> resultsAs(Answer&);
template std::optional<Candidate> resultsAs(Answer&);
template std::optional<Job> resultsAs(Answer&);
template std::optional<Department> resultsAs(Answer&);
template std::optional<Location> resultsAs(Answer&);
template std::optional<FileLink> resultsAs(Answer&);
template std::optional<std::vector<Offer>> resultsAs(Answer&);

template <class T>
std::vector<T> itemsAs(Answer& answer) {
  std::vector<T> items;
  if (!answer.results || !answer.results->is_array()) {
    answer.trouble = Trouble::unavailable;
    answer.message = "Ashby's answer is no list";
    return items;
  }
  for (const Json& item : *answer.results) {
    try {
      items.push_back(integration::fromJson<T>(item));
    } catch (const integration::Failure&) {
      continue;
    }
  }
  return items;
}
template std::vector<ApplicationLine> itemsAs(Answer&);
template std::vector<Candidate> itemsAs(Answer&);
template std::vector<Job> itemsAs(Answer&);
template std::vector<Department> itemsAs(Answer&);
template std::vector<Location> itemsAs(Answer&);
template std::vector<FieldDefinition> itemsAs(Answer&);

std::string_view permissionFor(std::string_view endpoint) {
  if (endpoint.starts_with("offer.")) return "Offers";
  if (endpoint.starts_with("job.")) return "Jobs";
  if (endpoint.starts_with("department.") || endpoint.starts_with("location.") ||
      endpoint.starts_with("user."))
    return "Organization";
  if (endpoint.starts_with("apiKey.")) return "API Keys";
  if (endpoint.starts_with("customField.")) return "Hiring Process Metadata";
  return "Candidates";
}

}  // namespace ashby
