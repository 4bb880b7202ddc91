#include "site/site.hpp"

#include <Poco/String.h>

#include "net/json_answer.hpp"

namespace host_stub {

using integration::Code;
using integration::Error;

namespace {

constexpr std::chrono::milliseconds kPatience{5000};
constexpr std::chrono::milliseconds kDeliveryPatience{2000};
constexpr std::size_t kQueue = 256;
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

Site::Site(Platform& platform, ConnectionHub& hub, Removals& removals, std::size_t threads)
    : platform_(platform),
      hub_(hub),
      api_(platform, hub, removals, publicUrl_),
      pages_(platform.users, platform.sessions, api_, publicUrl_),
      probes_({.threads = 1, .atOnce = 1, .queue = kQueue, .patience = kPatience}),
      people_({.threads = threads, .atOnce = threads, .queue = kQueue, .patience = kPatience}),
      deliveries_({.threads = threads, .atOnce = 16, .queue = kQueue, .patience = kDeliveryPatience}) {}

void Site::serveAs(const std::string& publicUrl) {
  publicUrl_ = publicUrl;
  serving_ = true;
}

void Site::admit(const RequestHead& head, Decide decide) {
  const bool isDelivery = head.path.starts_with(kHooks);
  if (isDelivery && !hub_.deliveryTarget(urlToken(head.path))) return decide({.answer = notHere()});
  if (head.path == "/healthz") return decide({.answer = probe(head)});
  if (!serving_ && head.path != "/readyz")
    return decide({.answer = comeBackLater("the host is starting or stopping")});
  // Whether a delivery is refused for something that comes before its size, the plugin knows.
  decide({.handleTooLarge = isDelivery});
}

void Site::handle(WebRequest request, Respond respond) {
  const bool isDelivery = request.path.starts_with(kHooks);
  Lane& lane = request.path == "/readyz" ? probes_ : isDelivery ? deliveries_ : people_;
  const std::string share = isDelivery ? urlToken(request.path) : "";
  lane.run(
      share, [this, request = std::move(request), respond] { respond(answer(request)); }, respond);
}

WebResponse Site::answer(const WebRequest& request) {
  if (request.path == "/readyz") return probe(request);
  if (request.path == "/metrics") return metrics(request);
  if (request.path.starts_with(kHooks)) return deliver(request);
  if (request.path.starts_with("/api/")) return callApi(request);
  return pages_.answer(request);
}

// /healthz: the process answers. /readyz: it serves, and the data can be read.
WebResponse Site::probe(const RequestHead& head) {
  if (head.method != "GET" && head.method != "HEAD") {
    WebResponse answer = errorAnswer(405, "this address takes GET");
    answer.headers.push_back({"Allow", "GET, HEAD"});
    return answer;
  }
  if (head.path == "/readyz") {
    if (!serving_) return comeBackLater("the host is starting or stopping");
    try {
      (void)platform_.wakes.next();
    } catch (const std::exception&) {
      return comeBackLater("the data can't be read");
    }
  }
  return jsonAnswer(200, R"({"status":"serving"})");
}

WebResponse Site::metrics(const WebRequest& request) {
  const auto user = authenticate(request);
  if (!isLoopback(request.peer) && !(user && user->role == Role::owner))
    return errorAnswer(user ? 403 : 401, "metrics are for this machine, or an owner's token");
  return {200, {{"Content-Type", std::string(Metrics::kContentType)}}, platform_.metrics.render()};
}

WebResponse Site::deliver(const WebRequest& request) {
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

std::optional<User> Site::authenticate(const RequestHead& head) {
  const auto header = integration::findHeader(head.headers, "Authorization");
  if (!header || Poco::icompare(std::string(header->substr(0, kBearer.size())), std::string(kBearer)) != 0)
    return std::nullopt;
  return platform_.users.authenticate(std::string(header->substr(kBearer.size())));
}

WebResponse Site::callApi(const WebRequest& request) {
  std::optional<User> user;
  try {
    user = authenticate(request);
  } catch (const integration::Failure& failure) {
    return errorAnswer(failure.error());
  }
  if (user) return api_.answer(*user, request);
  WebResponse answer = errorAnswer(401, "send Authorization: Bearer <token>, made by `host_stub user add`");
  answer.headers.push_back({"WWW-Authenticate", "Bearer"});
  return answer;
}

}  // namespace host_stub
