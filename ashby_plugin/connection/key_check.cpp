#include "connection/key_check.hpp"

#include <algorithm>
#include <array>

namespace ashby {
namespace {

using integration::Code;
using integration::Error;
using integration::Failure;
using integration::Issue;

constexpr char kNobody[] = "00000000-0000-0000-0000-000000000000";

std::vector<Question> oneCallPerPermission() {
  return {{"candidate.info", {{"id", kNobody}}},
          {"offer.list", {{"applicationId", kNobody}, {"limit", 1}}},
          {"job.info", {{"id", kNobody}}},
          {"department.info", {{"departmentId", kNobody}}}};
}

Issue missing(std::string_view permission) {
  const std::string name(permission);
  return {"apiKey", "missing_permission",
          "The key lacks " + name +
              ": in Ashby, open Admin area, click \"API Keys\", edit this key and tick \"Read\" beside " +
              name};
}

}  // namespace

void checkKey(Client& client) {
  const std::vector<Question> questions = oneCallPerPermission();
  const std::vector<Answer> answers = client.ask(questions);
  std::vector<Issue> issues;
  std::size_t keyRefused = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const Answer& answer = answers[i];
    if (answer.error == ErrorKind::unavailable || answer.error == ErrorKind::outOfTime ||
        answer.error == ErrorKind::rateLimited)
      throw Failure(Error{Code::unavailable,
                          answer.message + ": nothing was saved, try again",
                          answer.retryAfterMs > 0 ? std::optional(answer.retryAfterMs) : std::nullopt,
                          {}});
    keyRefused += answer.error == ErrorKind::keyRefused ? 1 : 0;
    if (answer.error == ErrorKind::missingPermission || answer.error == ErrorKind::keyRefused)
      issues.push_back(missing(permissionFor(questions[i].endpoint)));
  }
  // Refused everywhere without a word of permissions: it is the key. Refused here and there: it is those
  // calls.
  if (keyRefused == answers.size())
    throw Failure(Code::invalidArgument, "Ashby refuses this API key",
                  {{"apiKey", "refused",
                    "Ashby refuses this key: copy it again in Ashby (open Admin area, click \"API Keys\"), "
                    "or make a new one"}});
  if (!issues.empty())
    throw Failure(Code::invalidArgument, "The API key lacks permissions", std::move(issues));
}

}  // namespace ashby
