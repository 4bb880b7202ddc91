#include "api/api.hpp"

#include "net/server/json_answer.hpp"

namespace host_stub {

Api::Api(Platform& platform, ConnectionHub& hub, ConnectionRemover& removals, const std::string& publicUrl)
    : connections_(platform, hub, removals, publicUrl),
      connectionTools_(platform, hub),
      newHires_(platform, hub),
      hireChanges_(platform, hub),
      memberForm_(platform),
      people_(platform.people),
      lists_(platform, hub),
      notifications_(platform),
      audit_(platform),
      why_(hub) {
  connections_.addTo(routes_);
  connectionTools_.addTo(routes_);
  newHires_.addTo(routes_);
  hireChanges_.addTo(routes_);
  memberForm_.addTo(routes_);
  people_.addTo(routes_);
  lists_.addTo(routes_);
  notifications_.addTo(routes_);
  audit_.addTo(routes_);
  why_.addTo(routes_);
}

std::optional<WebResponse> Api::refusal(const User& user, const RequestHead& head) const {
  const Routes::Match match = routes_.match(head.method, head.path);
  if (match.allow.empty()) return errorAnswer(404, "there is nothing at this address");
  if (match.endpoint == nullptr) {
    WebResponse answer = errorAnswer(405, "this address takes " + match.allow);
    answer.headers.push_back({"Allow", match.allow});
    return answer;
  }
  if (!mayTake(user.role, match.endpoint->right))
    return errorAnswer(403, "your role, " + roleName(user.role) + ", may not do this");
  return std::nullopt;
}

WebResponse Api::answer(const User& user, const WebRequest& request) const {
  WebResponse answer = ask(user, request);
  writeBody(answer);
  return answer;
}

WebResponse Api::ask(const User& user, const WebRequest& request) const {
  if (auto refused = refusal(user, request)) return *std::move(refused);
  const Routes::Match match = routes_.match(request.method, request.path);
  try {
    return match.endpoint->answer(RequestContext(request, user, match.pathParts));
  } catch (const integration::Failure& failure) {
    return errorAnswer(failure.error());
  }
}

}  // namespace host_stub
