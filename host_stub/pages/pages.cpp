#include "pages/pages.hpp"

#include <openssl/crypto.h>

#include "net/json_answer.hpp"
#include "pages/assets.hpp"
#include "pages/templates.hpp"

namespace host_stub {

using integration::findHeader;
using integration::Json;

namespace {

constexpr const char* kForm = "application/x-www-form-urlencoded";

bool wantsPage(const WebRequest& request) {
  const auto accepted = findHeader(request.headers, "Accept");
  return accepted && accepted->find("text/html") != std::string_view::npos;
}

bool isForm(const WebRequest& request) {
  const auto type = findHeader(request.headers, "Content-Type");
  return type && type->substr(0, type->find(';')) == kForm;
}

bool sameText(const std::string& a, const std::string& b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

// Browsers say where a form was sent from. A proxy in front may call this host something else than browsers
// do.
bool comesFromHere(const WebRequest& request, const std::string& publicUrl) {
  const auto origin = findHeader(request.headers, "Origin");
  const auto host = findHeader(request.headers, "Host");
  if (!origin || !host) return true;  // an old browser: the cookie and the form's token decide
  const std::size_t scheme = origin->find("://");
  return scheme != std::string_view::npos && (origin->substr(scheme + 3) == *host || *origin == publicUrl);
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
  admin_.addTo(routes_);
}

WebResponse Pages::answer(const WebRequest& request) try {
  if (auto found = asset(request.path)) return *std::move(found);
  const bool changes = request.method != "GET" && request.method != "HEAD";
  if (changes && !(comesFromHere(request, publicUrl_) && isForm(request)))
    return errorAnswer(403, "this is for the forms of the pages: programs use /api");
  if (auto page = signIn_.answer(request)) return *std::move(page);
  if (request.path != "/" && request.path != "/sign-out" &&
      routes_.match(request.method, request.path).allow.empty() && !wantsPage(request))
    return errorAnswer(404, "there is nothing at this address");
  const auto session = signIn_.sessionOf(request);
  return session ? answer(request, *session) : SignIn::askFirst(request);
} catch (const integration::Failure& failure) {
  WebResponse answer = errorAnswer(failure.error());
  if (!wantsPage(request)) return answer;
  Page page;
  page.title = headline(answer.status);
  page.status = answer.status;
  page.content = fillTemplate("problem", {{"headline", page.title}, {"message", failure.what()}});
  return showOutside(page);
}

WebResponse Pages::answer(const WebRequest& request, const Session& session) {
  const ApiClient api(api_, session.user);
  PageRequest page{request, session.user, api, session.formToken(), {}, Parameters(request.query), {}};
  if (request.method == "POST") {
    page.form = Parameters(request.body);
    if (!sameText(page.form.get("formToken"), page.formToken))
      return problemPage(
          page, 403,
          "The form was made for another sign-in. Go back, load the page anew, and send it again.");
  }
  if (request.path == "/") return redirect(startPage(session.user));
  if (request.path == "/sign-out" && request.method == "POST") return signIn_.signOut(session);
  const PageRoutes::Match match = routes_.match(request.method, request.path);
  if (match.endpoint == nullptr)
    return problemPage(page, match.allow.empty() ? 404 : 405,
                       "Perhaps it was deleted, or the address is mistyped.");
  if (!mayTake(session.user.role, match.endpoint->right))
    return problemPage(page, 403, "Your role, " + roleName(session.user.role) + ", may not do this.");
  page.parts = match.pathParts;
  try {
    return match.endpoint->answer(page);
  } catch (const ApiProblem& problem) {
    return problemPage(page, problem.status(), problem.what());
  }
}

}  // namespace host_stub
