// Fuzzes the HTTP API over a real platform with any requests in any order. No answer may be a mistake of the
// host, contain a secret, or tell of another company. Nothing of another company may change.
//
// An input is readable: requests with the line "ROLE METHOD TARGET" and the body below, separated by lines
// "---".
#include "api_world.hpp"
#include "fuzzer.hpp"

using fuzzing::ApiWorld;
using fuzzing::mustHold;
using host_stub::Role;
using host_stub::WebRequest;
using host_stub::WebResponse;

namespace {

constexpr std::size_t kMostRequests = 12;

std::string_view takeUpTo(std::string_view& text, std::string_view end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(std::min(at + end.size(), text.size()));
  return taken;
}

struct Asked {
  Role role = Role::owner;
  WebRequest request;
};

Asked read(std::string_view text, const ApiWorld& world) {
  std::string_view line = takeUpTo(text, "\n");
  Asked asked;
  asked.role = host_stub::parseRole(takeUpTo(line, " ")).value_or(Role::owner);
  asked.request.method = takeUpTo(line, " ");
  std::string target = world.named(std::string(line));
  const std::size_t question = std::min(target.find('?'), target.size());
  asked.request.path = target.substr(0, question);
  asked.request.query = question < target.size() ? target.substr(question + 1) : "";
  asked.request.body = world.named(std::string(text));
  return asked;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Only Ashby causes a 503, because these tests can't reach Ashby.
void check(const Asked& asked, const WebResponse& answer, const ApiWorld& world) {
  const std::string status = std::to_string(answer.status) + " " + answer.body;
  mustHold(answer.status >= 200 && (answer.status < 500 || answer.status == 501 || answer.status == 503),
           "no answer is a mistake of the host", status);
  if (answer.status == 503)
    mustHold(integration::findHeader(answer.headers, "Retry-After").has_value(), "a 503 says when", status);
  if (!answer.body.empty()) mustHold(nlohmann::json::accept(answer.body), "an answer is JSON", status);
  const std::string given = asked.request.path + asked.request.query + asked.request.body;
  for (const std::string& secret : world.secrets())
    mustHold(!holds(answer.body, secret) || holds(given, secret), "no answer tells a secret", status);
  mustHold(!holds(answer.body, ApiWorld::kForeign) || holds(given, ApiWorld::kForeign),
           "no answer tells of another company", status);
  if (asked.role == Role::viewer)
    mustHold(!holds(answer.body, "salaryAmount"), "a viewer sees no pay", status);
}

}  // namespace

void fuzz(std::string_view bytes) {
  static ApiWorld world;
  world.reset();
  for (std::size_t i = 0; i < kMostRequests && !bytes.empty(); ++i) {
    const Asked asked = read(takeUpTo(bytes, "\n---\n"), world);
    check(asked, world.answer(asked.role, asked.request), world);
  }
  mustHold(world.otherCompanyIsUntouched(), "nothing of another company changes");
}
