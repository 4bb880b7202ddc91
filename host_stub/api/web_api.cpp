#include "api/web_api.hpp"

#include <Poco/String.h>

#include <algorithm>

#include "net/json_answer.hpp"

namespace host_stub {

using integration::Code;
using integration::Error;
using integration::Failure;

namespace {

constexpr std::string_view kHooks = "/hooks/";
constexpr std::string_view kBearer = "bearer ";

std::string urlToken(std::string_view path) {
  const std::string_view rest = path.substr(kHooks.size());
  return std::string(rest.substr(0, rest.find('/')));
}

std::string_view pathSuffix(std::string_view path) {
  const std::size_t slash = path.find('/', kHooks.size());
  return slash == std::string_view::npos ? std::string_view() : path.substr(slash);
}

bool isLoopback(std::string_view peer) {
  return peer.starts_with("127.") || peer == "::1" || peer == "::ffff:127.0.0.1";
}

WebResponse notHere() {
  return errorAnswer(404, "there is nothing at this address");
}
WebResponse comeBackLater(std::string message) {
  return errorAnswer(Error{Code::unavailable, std::move(message), {}, {}});
}

}  // namespace

WebApi::WebApi(Platform& platform, ConnectionHub& hub, Removals& removals)
    : platform_(platform),
      hub_(hub),
      connections_(platform, hub, removals, publicUrl_),
      connectionTools_(platform, hub),
      newHires_(platform, hub),
      hireChanges_(platform, hub),
      memberForm_(platform),
      people_(platform.people),
      lists_(platform),
      notifications_(platform),
      audit_(platform),
      why_(platform, hub) {
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

void WebApi::serveAs(const std::string& publicUrl) {
  publicUrl_ = publicUrl;
  serving_ = true;
}

Admission WebApi::admit(const RequestHead& head) {
  const bool isDelivery = head.path.starts_with(kHooks);
  if (isDelivery && !hub_.knowsUrlToken(urlToken(head.path))) return {.answer = notHere()};
  if (!serving_) return {.answer = comeBackLater("the host is starting or stopping")};
  // Whether a delivery is refused for something that comes before its size, the plugin knows.
  return {.handleTooLarge = isDelivery};
}

WebResponse WebApi::handle(const WebRequest& request) {
  if (request.path == "/healthz") return health();
  if (request.path == "/metrics") return metrics(request);
  if (request.path.starts_with(kHooks)) return deliver(request);
  if (request.path.starts_with("/api/")) return callApi(request);
  return notHere();
}

WebResponse WebApi::health() const {
  try {
    (void)platform_.wakes.next();
  } catch (const std::exception&) {
    return comeBackLater("the data can't be read");
  }
  return jsonAnswer(200, R"({"status":"serving"})");
}

WebResponse WebApi::metrics(const WebRequest& request) {
  const auto user = authenticate(request);
  if (!isLoopback(request.peer) && !(user && user->role == Role::owner))
    return errorAnswer(user ? 403 : 401, "metrics are for this machine, or an owner's token");
  return {200, {{"Content-Type", std::string(Metrics::kContentType)}}, platform_.metrics.render()};
}

WebResponse WebApi::deliver(const WebRequest& request) {
  const std::string outcomeHelp = "deliveries of webhooks by the status they were answered with";
  auto answered = [&](WebResponse answer) {
    platform_.metrics
        .counter("host_stub_deliveries", outcomeHelp, {{"status", std::to_string(answer.status)}})
        .add();
    return answer;
  };
  try {
    const auto connection = hub_.findByUrlToken(urlToken(request.path));
    if (!connection) return answered(notHere());
    const integration::WebhookReply reply =
        connection->deliver({request.method, pathSuffix(request.path), request.headers, request.body,
                             request.peer, unixNow(), request.bodyWithheld});
    return answered({reply.httpStatus, reply.headers, reply.body});
  } catch (const std::exception& error) {
    // Whatever it is, it isn't the sender's fault: 503, so that the delivery comes again.
    platform_.log.warning("a delivery could not be taken", {{"reason", error.what()}});
    return answered(comeBackLater("the delivery could not be taken now"));
  }
}

std::optional<User> WebApi::authenticate(const RequestHead& head) {
  const auto header = integration::findHeader(head.headers, "Authorization");
  if (!header || Poco::icompare(std::string(header->substr(0, kBearer.size())), std::string(kBearer)) != 0)
    return std::nullopt;
  return platform_.users.authenticate(std::string(header->substr(kBearer.size())));
}

WebResponse WebApi::callApi(const WebRequest& request) {
  try {
    const auto user = authenticate(request);
    if (!user) {
      WebResponse answer =
          errorAnswer(401, "send Authorization: Bearer <token>, made by `host_stub user add`");
      answer.headers.push_back({"WWW-Authenticate", "Bearer"});
      return answer;
    }
    const Routes::Match match = routes_.match(request.method, request.path);
    if (match.allow.empty()) return notHere();
    if (match.endpoint == nullptr) {
      WebResponse answer = errorAnswer(405, "this address takes " + match.allow);
      answer.headers.push_back({"Allow", match.allow});
      return answer;
    }
    if (!mayTake(user->role, match.endpoint->right))
      return errorAnswer(403, "your role, " + roleName(user->role) + ", may not do this");
    return match.endpoint->answer(RequestContext(request, *user, match.pathParts));
  } catch (const Failure& failure) {
    return errorAnswer(failure.error());
  }
}

}  // namespace host_stub
