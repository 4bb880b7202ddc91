#include "site/user_requests.hpp"

#include <Poco/String.h>
#include <Poco/URI.h>

#include <utility>

#include "net/server/json_answer.hpp"
#include "site/metrics_site.hpp"
#include "site/refusals.hpp"

namespace host_stub {
namespace {

constexpr std::string_view kBearer = "bearer ";
constexpr std::size_t kSignInBody = std::size_t{16} * 1024;
constexpr std::size_t kBody = std::size_t{1024} * 1024;
constexpr std::size_t kLargeBody = 4 * kBody;

// The asker, as Admission::asker keeps it. At most one of the two is there; a stranger has neither.
struct Requester {
  std::optional<User> user;        // of the API
  std::optional<Session> session;  // of the pages
};

Requester requesterOf(const WebRequest& request) {
  const Requester* const requester = std::any_cast<Requester>(&request.asker);
  return requester == nullptr ? Requester{} : *requester;
}

bool isApi(std::string_view path) {
  return path.starts_with("/api/");
}

std::optional<std::string> bearerToken(const RequestHead& head) {
  const auto header = integration::findHeader(head.headers, "Authorization");
  if (!header || Poco::icompare(std::string(header->substr(0, kBearer.size())), std::string(kBearer)) != 0)
    return std::nullopt;
  return std::string(header->substr(kBearer.size()));
}

// A company's lists and a connection's settings may be long.
std::size_t bodyLimit(std::string_view path) {
  if (path.starts_with("/sign-in")) return kSignInBody;
  const bool isList = path.starts_with("/api/lists/") || path.starts_with("/admin/lists/");
  const bool isSettings = path.ends_with("/settings") || path.ends_with("/settings/file");
  return isList || isSettings ? kLargeBody : kBody;
}

// Returns the id of the connection that a path names, by itself or by one of its new hires; "" if none.
std::string connectionIn(std::string_view path) {
  for (const std::string_view before :
       {"/api/connections/", "/api/new-hires/", "/admin/connections/", "/new-hires/"}) {
    if (!path.starts_with(before)) continue;
    const std::string_view rest = path.substr(before.size());
    std::string id;
    Poco::URI::decode(std::string(rest.substr(0, rest.find('/'))), id);
    return id.substr(0, id.find('-'));
  }
  return {};
}

Admission refused(WebResponse answer, bool stranger) {
  return {.answer = std::move(answer), .stranger = stranger};
}

}  // namespace

UserRequests::UserRequests(Platform& platform, ConnectionHub& hub, ConnectionRemover& removals,
                           const std::string& publicUrl)
    : platform_(platform),
      hub_(hub),
      api_(platform, hub, removals, publicUrl),
      pages_(platform.users, platform.sessions, api_, publicUrl) {}

bool UserRequests::mustLookUp(const RequestHead& head) {
  if (head.path == "/metrics") return true;  // all metrics are read for the answer
  if (isApi(head.path)) return bearerToken(head).has_value();
  return SignIn::namesSession(head);
}

Admission UserRequests::admit(const RequestHead& head) try {
  if (head.path == "/metrics" && head.method != "GET" && head.method != "HEAD")
    return {.answer = methodNotAllowed("GET, HEAD")};
  if (head.path == "/metrics") return {.answer = metrics(head)};
  return isApi(head.path) ? admitToApi(head) : admitToPages(head);
} catch (const integration::Failure& failure) {
  return {.answer = errorAnswer(failure.error())};
}

Admission UserRequests::admitToApi(const RequestHead& head) {
  const std::optional<User> user = authenticate(head);
  if (!user) {
    WebResponse answer = errorAnswer(401, "send Authorization: Bearer <token>, made by `host_stub user add`");
    answer.headers.push_back({"WWW-Authenticate", "Bearer"});
    return refused(std::move(answer), true);
  }
  if (auto answer = api_.refusal(*user, head)) return refused(*std::move(answer), false);
  return {.bodyLimit = bodyLimit(head.path), .asker = Requester{user, {}}};
}

Admission UserRequests::admitToPages(const RequestHead& head) {
  PageAdmission admission = pages_.admit(head);
  if (admission.answer) return refused(*std::move(admission.answer), !admission.session);
  return {.bodyLimit = bodyLimit(head.path), .asker = Requester{{}, std::move(admission.session)}};
}

WebResponse UserRequests::answer(const WebRequest& request) {
  const Requester requester = requesterOf(request);
  return requester.user ? api_.answer(*requester.user, request) : pages_.answer(request, requester.session);
}

std::string UserRequests::share(const WebRequest& request) {
  const Requester requester = requesterOf(request);
  return requester.user ? requester.user->company : requester.session ? requester.session->user.company : "";
}

std::shared_ptr<integration::CallSlots> UserRequests::slots(const WebRequest& request) try {
  const std::string id = connectionIn(request.path);
  const auto connection = id.empty() ? nullptr : hub_.find({share(request), id});
  return connection ? connection->slots() : nullptr;
} catch (const std::exception&) {
  return nullptr;  // answer() tells why
}

WebResponse UserRequests::metrics(const RequestHead& head) {
  const auto user = authenticate(head);
  if (!user || user->role != Role::owner)
    return errorAnswer(user ? 403 : 401,
                       "metrics are for an owner's token, or on an address of their own: --metrics-listen");
  return metricsAnswer(platform_.metrics);
}

std::optional<User> UserRequests::authenticate(const RequestHead& head) {
  const auto token = bearerToken(head);
  return token ? platform_.users.authenticate(*token) : std::nullopt;
}

}  // namespace host_stub
