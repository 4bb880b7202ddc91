#include "pages/hires/why_page.hpp"

#include "pages/format.hpp"
#include "pages/hires/hire_content.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

// The answer names nobody: who of the list fits what was asked, is linked.
Json links(const PageRequest& request, const Json& answer) try {
  Json shown = Json::array();
  const std::string state = textOf(answer, "state");
  if (state != "staged" && state != "promoted" && state != "discarded" && state != "withdrawn") return shown;
  Parameters query;
  query.set("q", request.query.get("q"));
  query.set("state", state);
  query.set("$limit", "5");
  const Json found = request.api.get("/api/new-hires", query);
  for (const Json& hire : found.at("data"))
    if (textOf(hire, "connectionId") == textOf(answer, "connectionId"))
      shown.push_back(
          {{"address", "/new-hires/" + urlEncoded(textOf(hire, "id"))}, {"name", hireName(hire)}});
  return shown;
} catch (const ApiProblem&) {
  return Json::array();
}

Json answers(const PageRequest& request) {
  Parameters query;
  query.set("q", request.query.get("q"));
  const Json found = request.api.get("/api/why", query);
  Json shown = Json::array();
  for (const Json& answer : found.at("data"))
    shown.push_back({{"connection", textOf(answer, "connectionName")},
                     {"reason", textOf(answer, "reason")},
                     {"links", links(request, answer)}});
  return shown;
}

}  // namespace

void WhyPage::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::newHires, "GET", "/new-hires/why", &WhyPage::ask);
}

WebResponse WhyPage::ask(const PageRequest& request) {
  const std::string q = request.query.get("q");
  Json shown = Json::array();
  std::string problem;
  if (!q.empty()) try {
      shown = answers(request);
    } catch (const ApiProblem& refused) {
      problem = refused.what();
    }
  Page page;
  page.title = "Why is someone not here?";
  page.section = "new-hires";
  page.content = fill(request, "why",
                      {{"q", q},
                       {"problem", problem},
                       {"nobody", !q.empty() && problem.empty() && shown.empty()},
                       {"any", !shown.empty()},
                       {"answers", shown}});
  return showPage(request, page);
}

}  // namespace host_stub
