#include "pages/pages.hpp"

#include "integration/crypto/hash.hpp"
#include "net/server/json_answer.hpp"
#include "pages/assets.hpp"
#include "pages/form_origin.hpp"
#include "pages/templates.hpp"
#include "services/system_clock.hpp"

namespace host_stub {

using integration::findHeader;
using integration::Json;

namespace {

constexpr const char* kForm = "application/x-www-form-urlencoded";

bool wantsPage(const RequestHead& request) {
  const auto accepted = findHeader(request.headers, "Accept");
  return accepted && accepted->find("text/html") != std::string_view::npos;
}

bool isForm(const RequestHead& request) {
  const auto type = findHeader(request.headers, "Content-Type");
  return type && type->substr(0, type->find(';')) == kForm;
}

std::string headline(int status) {
  switch (status) {
    case 403:
      return "This isn't yours to see or do";
    case 404:
      return "There is nothing here";
    case 409:
      return "It has changed meanwhile";
    case 503:
      return "Not now";
    default:
      return "That didn't work";
  }
}

WebResponse problemPage(const PageRequest& request, int status, const std::string& message) {
  Page page;
  page.title = headline(status);
  page.status = status;
  page.content = fill(request, "problem", {{"headline", page.title}, {"message", message}});
  return showPage(request, page);
}

// Returns the page for a failure, or JSON for a program.
WebResponse failurePage(const RequestHead& head, const integration::Failure& failure) {
  WebResponse answer = errorAnswer(failure.error());
  if (!wantsPage(head)) return answer;
  Page page;
  page.title = headline(answer.status);
  page.status = answer.status;
  page.content = fillTemplate("problem", {{"headline", page.title}, {"message", failure.what()}});
  return showOutside(page);
}

bool isSignOut(const RequestHead& head) {
  return head.path == "/sign-out" && head.method == "POST";
}

std::string startPage(const User& user) {
  return mayTake(user.role, Right::newHires) ? "/new-hires" : "/people";
}

}  // namespace

Pages::Pages(Users& users, Sessions& sessions, const Api& api, const std::string& publicUrl)
    : api_(api), publicUrl_(publicUrl), signIn_(users, sessions, publicUrl) {
  newHires_.addTo(routes_);
  csv_.addTo(routes_);
  why_.addTo(routes_);
  selected_.addTo(routes_);
  hire_.addTo(routes_);  // after those whose path could be an id
  duplicates_.addTo(routes_);
  removal_.addTo(routes_);
  people_.addTo(routes_);
  kept_.addTo(routes_);
  admin_.addTo(routes_);
}

PageAdmission Pages::admit(const RequestHead& head) try {
  return decide(head);
} catch (const integration::Failure& failure) {
  return {failurePage(head, failure), {}};
}

PageAdmission Pages::decide(const RequestHead& head) {
  if (auto found = asset(head.path)) return {std::move(found), {}};
  const bool changes = head.method != "GET" && head.method != "HEAD";
  if (changes && !isForm(head))
    return {errorAnswer(403, "this is for the forms of the pages: programs use /api"), {}};
  if (changes) refuseForeignForm(head, publicUrl_);
  if (SignIn::isAt(head.path)) return {};
  if (head.path != "/" && head.path != "/sign-out" && routes_.match(head.method, head.path).allow.empty() &&
      !wantsPage(head))
    return {errorAnswer(404, "there is nothing at this address"), {}};
  auto session = signIn_.sessionOf(head);
  if (!session && endedSender(head)) return {};
  if (!session) return {SignIn::askFirst(head, wantsPage(head)), {}};
  const WebRequest withoutBody{head, {}};
  const ApiClient api(api_, session->user);
  auto refused = refusal(pageRequest(withoutBody, *session, api));
  return {std::move(refused), std::move(session)};
}

WebResponse Pages::answer(const WebRequest& request, const std::optional<Session>& session) {
  WebResponse page = pageFor(request, session);
  // A year, in which browsers ask this host with https alone.
  if (publicUrl_.starts_with("https:"))
    page.headers.push_back({"Strict-Transport-Security", "max-age=31536000"});
  return page;
}

WebResponse Pages::pageFor(const WebRequest& request, const std::optional<Session>& session) try {
  if (session) return show(request, *session);
  if (auto page = signIn_.answer(request)) return *std::move(page);
  if (const auto ended = endedSender(request)) return keep(request, *ended);
  return SignIn::askFirst(request, wantsPage(request));
} catch (const integration::Failure& failure) {
  return failurePage(request, failure);
}

PageRequest Pages::pageRequest(const WebRequest& request, const Session& session,
                               const ApiClient& api) const {
  return {request, session.user, api, session.formToken(), {}, Parameters(request.query), {}};
}

// Returns nullopt if the page exists and the user may see it.
std::optional<WebResponse> Pages::refusal(const PageRequest& page) const {
  if (page.web.path == "/" || isSignOut(page.web)) return std::nullopt;
  const PageRoutes::Match match = routes_.match(page.web.method, page.web.path);
  if (match.endpoint == nullptr)
    return problemPage(page, match.allow.empty() ? 404 : 405,
                       "Perhaps it was deleted, or the address is mistyped.");
  if (!mayTake(page.user.role, match.endpoint->right))
    return problemPage(page, 403, "Your role, " + roleName(page.user.role) + ", may not do this.");
  return std::nullopt;
}

std::optional<Session> Pages::endedSender(const RequestHead& head) {
  if (head.method != "POST") return std::nullopt;
  const PageRoutes::Match match = routes_.match(head.method, head.path);
  if (match.endpoint == nullptr) return std::nullopt;
  auto ended = signIn_.endedSessionOf(head);
  return ended && mayTake(ended->user.role, match.endpoint->right) ? std::move(ended) : std::nullopt;
}

// Keeps the form if it is one of that session itself, and shows the way to sign in.
WebResponse Pages::keep(const WebRequest& request, const Session& ended) {
  Parameters form(request.body);
  const bool isKept = integration::equalInConstantTime(form.get("formToken"), ended.formToken()) &&
                      kept_.keep(ended.user.id, request.path, std::move(form), unixNow());
  if (isKept)
    return signIn_.askAgain(
        "/kept", "Your session has ended. Sign in to go on: what you typed is kept for ten minutes.");
  return signIn_.askAgain("", "Your session has ended. Sign in, and send it again: it was not kept.");
}

WebResponse Pages::show(const WebRequest& request, const Session& session) {
  const ApiClient api(api_, session.user);
  PageRequest page = pageRequest(request, session, api);
  if (request.method == "POST") {
    page.form = Parameters(request.body);
    if (!integration::equalInConstantTime(page.form.get("formToken"), page.formToken))
      return problemPage(
          page, 403,
          "The form was made for another sign-in. Go back, load the page anew, and send it again.");
  }
  if (request.path == "/")
    return redirect(kept_.has(session.user.id, unixNow()) ? "/kept" : startPage(session.user));
  if (isSignOut(request)) return signIn_.signOut(session);
  if (auto refused = refusal(page)) return *std::move(refused);
  const PageRoutes::Match match = routes_.match(request.method, request.path);
  page.parts = match.pathParts;
  if (request.method == "POST") kept_.forget(session.user.id, request.path);
  try {
    return match.endpoint->answer(page);
  } catch (const ApiProblem& problem) {
    return problemPage(page, problem.status(), problem.what());
  }
}

}  // namespace host_stub
