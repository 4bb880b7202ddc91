#include "pages/sign_in.hpp"

#include "integration/crypto/hash.hpp"
#include "integration/crypto/hex.hpp"
#include "net/address/origin.hpp"
#include "pages/templates.hpp"
#include "services/system_clock.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr std::string_view kCookie = "host_stub_session";
constexpr std::string_view kOfThisHost = "__Host-";
constexpr std::string_view kLinks = "/sign-in/";
// Outlives its session, so that it can be told whose has ended.
constexpr std::int64_t kCookieSeconds = (Sessions::kSessionMs + Sessions::kEndedMs) / 1000;

// Cookies know no ports: each of two hosts on one machine has a name of its own. With https, browsers take
// "__Host-" from the host itself alone.
std::string cookieName(const std::string& publicUrl) {
  const Origin origin = parseOrigin(publicUrl);
  return std::string(origin.scheme == "https" ? kOfThisHost : "")
      .append(kCookie)
      .append("_")
      .append(std::to_string(origin.port));
}

// The value of the first cookie whose name `isWanted` says so of, "" if there is none.
template <class IsWanted>
std::string cookieOf(const RequestHead& request, const IsWanted& isWanted) {
  for (const integration::Header& header : request.headers) {
    if (!integration::findHeader(std::span(&header, 1), "Cookie")) continue;
    std::string_view rest = header.value;
    while (!rest.empty()) {
      std::string_view one = rest.substr(0, rest.find(';'));
      rest.remove_prefix(std::min(one.size() + 1, rest.size()));
      while (one.starts_with(' ')) one.remove_prefix(1);
      const std::size_t equals = one.find('=');
      if (equals != std::string_view::npos && isWanted(one.substr(0, equals)))
        return std::string(one.substr(equals + 1));
    }
  }
  return "";
}

// A page of this host, whatever the address of the form says.
std::string localPage(const std::string& next) {
  const bool local = next.starts_with('/') && !next.starts_with("//") &&
                     next.find_first_of("\\\r\n\t") == std::string::npos && !next.starts_with("/sign-in");
  return local ? next : "/";
}

// A page that loads `to`, or itself if that is empty.
WebResponse onceMore(const std::string& to) {
  return {200, pageHeaders(), fillTemplate("from_elsewhere", {{"to", to}})};
}

}  // namespace

std::string Session::formToken() const {
  return integration::toHex(integration::sha256("form " + token));
}

bool SignIn::namesSession(const RequestHead& head) {
  const auto isASessions = [](std::string_view name) { return name.find(kCookie) != std::string_view::npos; };
  return !cookieOf(head, isASessions).empty();
}

bool SignIn::isAt(std::string_view path) {
  return path == "/sign-in" || path.starts_with(kLinks);
}

std::string SignIn::sessionToken(const RequestHead& head) const {
  const std::string ours = cookieName(publicUrl_);
  return cookieOf(head, [&](std::string_view name) { return name == ours; });
}

std::optional<Session> SignIn::endedSessionOf(const RequestHead& head) {
  const std::string token = sessionToken(head);
  if (token.empty()) return std::nullopt;
  auto user = sessions_.endedUserOf(token, unixNow());
  if (!user) return std::nullopt;
  return Session{token, *std::move(user)};
}

std::optional<Session> SignIn::sessionOf(const RequestHead& head) {
  const std::string token = sessionToken(head);
  if (token.empty()) return std::nullopt;
  auto user = sessions_.userOf(token, unixNow());
  if (!user) return std::nullopt;
  return Session{token, *std::move(user)};
}

std::optional<WebResponse> SignIn::answer(const WebRequest& request) {
  if (!isAt(request.path)) return std::nullopt;
  if (request.path.starts_with(kLinks)) return linkPage(request, request.path.substr(kLinks.size()));
  if (request.method == "POST") return takeToken(request);
  if (sessionOf(request)) return redirect(localPage(Parameters(request.query).get("next")));
  const char* note = endedSessionOf(request) ? "Your session has ended. Sign in to go on." : "";
  return form(Parameters(request.query), "", 200, note);
}

WebResponse SignIn::askAgain(const std::string& next, const std::string& note) {
  Parameters query;
  query.set("next", next);
  return form(query, "", 401, note);
}

WebResponse SignIn::form(const Parameters& query, const std::string& problem, int status,
                         const std::string& note) {
  Page page;
  page.title = "Sign in";
  page.status = status;
  page.content = fillTemplate("sign_in", {{"next", query.get("next")}, {"problem", problem}, {"note", note}});
  return showOutside(page);
}

// Answers a wrong token or link; after many from one client, without a word about this one.
WebResponse SignIn::refuse(const WebRequest& request, const Parameters& query, const std::string& problem) {
  if (attempts_.failed(request.peer, unixNow())) return form(query, problem, 401);
  WebResponse answer =
      form(query,
           "Too many wrong tokens or links came from your address: the next one is looked at "
           "in five minutes at the latest. Right ones are taken at any time.",
           429);
  answer.headers.push_back({"Retry-After", std::to_string(SignInThrottle::kWithinMs / 1000)});
  return answer;
}

WebResponse SignIn::takeToken(const WebRequest& request) {
  const Parameters form(request.body);
  const auto user = users_.authenticate(form.get("token"));
  if (user) return begin(request, *user, localPage(form.get("next")));
  return refuse(request, form, "This is not a token of this platform. Paste it as it was shown.");
}

// Looking at a link doesn't use it up: mail servers do.
WebResponse SignIn::linkPage(const WebRequest& request, const std::string& code) {
  if (request.method == "POST") {
    if (const auto user = sessions_.takeLink(code, unixNow())) return begin(request, *user, "/");
    return refuse(request, {},
                  "This link was used already, or has ended. Ask for another one, or use a token.");
  }
  Page page;
  page.title = "Sign in";
  page.content = fillTemplate("sign_in_link", Json::object());
  return showOutside(page);
}

// The session that the browser had before ends: its cookie is replaced.
WebResponse SignIn::begin(const RequestHead& request, const User& user, const std::string& next) {
  if (const std::string before = sessionToken(request); !before.empty()) sessions_.end(before);
  WebResponse answer = redirect(next);
  answer.headers.push_back({"Set-Cookie", cookie(sessions_.begin(user.id, unixNow()), kCookieSeconds)});
  return answer;
}

WebResponse SignIn::signOut(const Session& session) {
  sessions_.endAllOf(session.token);
  WebResponse answer = redirect("/sign-in");
  answer.headers.push_back({"Set-Cookie", cookie("", 0)});
  return answer;
}

// The cookie stays at home when a link of another site leads here: then once more, from here. Browsers that
// say from where they come are sent to the same page; those that don't, at an address without https, to the
// sign-in page, which sends who is signed in on to it.
WebResponse SignIn::askFirst(const RequestHead& request, bool isForPeople) {
  const auto site = integration::findHeader(request.headers, "Sec-Fetch-Site");
  if (request.method == "GET" && site && *site == "cross-site") return onceMore("");
  Parameters query;
  if (request.method == "GET" && request.path != "/")
    query.set("next", request.path + (request.query.empty() ? "" : "?" + request.query));
  const std::string more = query.encoded(), to = "/sign-in" + (more.empty() ? "" : "?" + more);
  return request.method == "GET" && isForPeople && !site ? onceMore(to) : redirect(to);
}

std::string SignIn::cookie(const std::string& value, std::int64_t seconds) const {
  std::string text = cookieName(publicUrl_);
  text.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict; Max-Age=");
  text.append(std::to_string(seconds));
  if (publicUrl_.starts_with("https:")) text.append("; Secure");
  return text;
}

}  // namespace host_stub
