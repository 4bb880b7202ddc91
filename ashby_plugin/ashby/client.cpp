#include "ashby/client.hpp"

#include <algorithm>
#include <map>

#include "ashby/read_answer.hpp"
#include "json/tolerant_reader.hpp"

namespace ashby {
namespace {

using integration::HttpOutcome;
using integration::HttpRequest;
using integration::Json;

constexpr std::int64_t kPatienceMs = 10000;  // the longest that a host takes
constexpr std::int64_t kToKeepMs = 1000;     // left of the call for what follows an answer
constexpr std::int64_t kWorthAskingMs = 500;
constexpr std::size_t kReadBetweenLooks = std::size_t{256} * 1024;  // bytes of answers
constexpr std::size_t kMostListed = 1000;  // items of an answer; Ashby's pages have 100

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
  // Ashby-Version: what this client was written for. Without it the key's default counts, which for a new key
  // is the newest version (guide "versioning").
  request.headers = {{"Content-Type", "application/json"},
                     {"Accept", "application/json; version=1"},
                     {"Ashby-Version", kApiVersion}};
  request.body = integration::dumpJson(bodyOf(question));
  request.auth = HttpRequest::Auth::basic;
  request.secret = kApiKeySecret;
  return request;
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
    if (questions[i].shared && (answers[i].results = session_.answers.find(now(), name))) continue;
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
          answers[place] = noAnswer(ErrorKind::outOfTime, "there was no time left to ask Ashby");
      continue;
    }
    for (HttpRequest& request : some) request.timeoutMs = patient;
    session_.pacer.sent(now(), static_cast<std::int64_t>(some.size()));
    const std::vector<HttpOutcome> outcomes = call_.http().send(some);
    now_ = call_.clock().now();
    std::size_t unread = 0;
    bool isLate = false;
    for (std::size_t i = 0; i < some.size(); ++i) {
      session_.pacer.learn(now_, outcomes[i].headers);
      if (auto status = versionStatusIn(outcomes[i].headers)) versionStatus_ = *std::move(status);
      const std::string& name = names[from + i];
      const std::vector<std::size_t>& same = askers[name];
      unread += outcomes[i].body.size();
      if (unread > kReadBetweenLooks) {
        isLate = isLate || timeIsUp();
        unread = 0;
      }
      const Question& question = questions[same.front()];
      std::optional<InHand> named;
      if (!question.about.empty()) named.emplace(call_.log(), question.about);
      const Answer answer =
          isLate ? noAnswer(ErrorKind::outOfTime, "there was no time left to read Ashby's answers")
                 : readAnswer(question.endpoint, outcomes[i], now_);
      if (question.shared && answer.ok() && answer.results) session_.answers.keep(now_, name, answer.results);
      for (const std::size_t place : same) answers[place] = answer;
    }
  }
  return answers;
}

// Looks at the clock.
bool Client::timeIsUp() {
  now_ = call_.clock().now();
  return call_.cancelled() || (call_.deadline() != 0 && call_.deadline() - now_ < kToKeepMs);
}

std::uint32_t Client::patience() {
  if (call_.cancelled()) return 0;
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
  TolerantReader reader;
  T results{};
  if (reader.read(answer.results ? *answer.results : Json(), results)) return results;
  answer.error = ErrorKind::unavailable;
  answer.message =
      "Ashby's answer has the wrong shape: " +
      (reader.wrong().empty() ? std::string("it is no object") : reader.wrong() + " can't be read");
  return std::nullopt;
}
template std::optional<Application> resultsAs(Answer&);
template std::optional<Candidate> resultsAs(Answer&);
template std::optional<Job> resultsAs(Answer&);
template std::optional<Department> resultsAs(Answer&);
template std::optional<Location> resultsAs(Answer&);
template std::optional<FileLink> resultsAs(Answer&);
template std::optional<Offer> resultsAs(Answer&);

template <class T>
std::vector<T> itemsAs(Answer& answer) {
  std::vector<T> items;
  if (!answer.results || !answer.results->is_array()) {
    answer.error = ErrorKind::unavailable;
    answer.message = "Ashby's answer is no list";
    return items;
  }
  if (answer.results->size() > kMostListed) {
    answer.error = ErrorKind::unavailable;
    answer.message = "Ashby's answer is a list of more than " + std::to_string(kMostListed) + " items";
    return items;
  }
  for (const Json& item : *answer.results) {
    T read{};
    if (TolerantReader().read(item, read)) items.push_back(std::move(read));
  }
  return items;
}
template std::vector<ApplicationLine> itemsAs(Answer&);
template std::vector<Candidate> itemsAs(Answer&);
template std::vector<Offer> itemsAs(Answer&);
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
