#include "pages/page.hpp"

#include "pages/assets.hpp"
#include "pages/flash_messages.hpp"
#include "pages/templates.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr const char* kContentPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

std::string waitingCount(const ApiClient& api) {
  Parameters one;
  one.set("$limit", "1");
  const auto total = api.get("/api/new-hires", one).value("total", std::uint64_t{0});
  return total == 0 ? "" : std::to_string(total);
}

Json item(const std::string& title, const std::string& address, bool current, const std::string& count = "") {
  return {{"title", title}, {"address", address}, {"current", current}, {"count", count}};
}

// A count that can't be had now must not keep the page away.
std::string countOrNothing(const ApiClient& api) try { return waitingCount(api); } catch (const ApiProblem&) {
  return "";
}

Json navigation(const PageRequest& request, const std::string& section) {
  Json items = Json::array();
  if (request.may(Right::newHires))
    items.push_back(item("New hires", "/new-hires", section == "new-hires", countOrNothing(request.api)));
  if (request.may(Right::people)) items.push_back(item("People", "/people", section == "people"));
  if (request.may(Right::connections)) items.push_back(item("Admin area", "/admin", section == "admin"));
  return items;
}

WebResponse framed(const Page& page, Json view) {
  view["title"] = page.title;
  view["content"] = page.content;
  view["refreshAfter"] = page.refreshAfter == 0 ? Json(nullptr) : Json(std::to_string(page.refreshAfter));
  view["style"] = assetAddress("style.css");
  view["script"] = assetAddress("pages.js");
  return {page.status, pageHeaders(), fillTemplate("frame", view)};
}

}  // namespace

WebResponse showPage(const PageRequest& request, const Page& page) {
  return framed(page, {{"company", request.user.company},
                       {"user", {{"name", request.user.name}, {"role", roleName(request.user.role)}}},
                       {"formToken", request.formToken},
                       {"navigation", navigation(request, page.section)},
                       {"done", sentenceOf(request.query.get("done"))}});
}

WebResponse showOutside(const Page& page) {
  return framed(page, {{"company", nullptr}, {"user", nullptr}, {"done", nullptr}});
}

std::string fill(const PageRequest& request, const std::string& name, Json view) {
  view["formToken"] = request.formToken;
  return fillTemplate(name, view);
}

WebResponse redirect(const std::string& to) {
  WebResponse answer{303, pageHeaders(), ""};
  answer.headers.push_back({"Location", to});
  return answer;
}

WebResponse redirectDone(const std::string& to, const std::string& done) {
  return redirect(to + (to.find('?') == std::string::npos ? "?" : "&") + "done=" + done);
}

std::vector<integration::Header> pageHeaders(const std::string& contentType) {
  return {{"Content-Type", contentType},
          {"Content-Security-Policy", kContentPolicy},
          {"Referrer-Policy", "same-origin"},
          {"X-Frame-Options", "DENY"},
          {"Cross-Origin-Opener-Policy", "same-origin"}};
}

}  // namespace host_stub
