#include "pages/hires/import_explanation_page.hpp"

#include "pages/format.hpp"
#include "pages/page.hpp"
#include "pages/secret_guard.hpp"

namespace host_stub {

using integration::Json;

namespace {

// [{name, reason, address}] of each person who fits; address: of the new hire, or "".
Json people(const Json& answer) {
  Json rows = Json::array();
  for (const Json& person : answer.value("people", Json::array())) {
    const std::string id = textOf(person, "hireId"), name = textOf(person, "name");
    rows.push_back({{"name", name.empty() ? "Without a name" : name},
                    {"reason", textOf(person, "reason")},
                    {"address", id.empty() ? "" : "/new-hires/" + urlEncoded(id)}});
  }
  return rows;
}

Json answers(const PageRequest& request) {
  Parameters query;
  query.set("q", request.form.get("q"));
  const Json found = request.api.get("/api/why", query);
  Json rows = Json::array();
  for (const Json& answer : found.at("data"))
    rows.push_back({{"connection", textOf(answer, "connectionName")},
                    {"reason", textOf(answer, "reason")},
                    {"anybody", !people(answer).empty()},
                    {"people", people(answer)}});
  return rows;
}

}  // namespace

void WhyPage::addTo(PageRoutes& routes) {
  for (const char* method : {"GET", "POST"})
    addPage(routes, this, Right::newHires, method, "/new-hires/why", &WhyPage::ask);
}

WebResponse WhyPage::ask(const PageRequest& request) {
  std::string q = request.form.get("q");
  Json rows = Json::array();
  std::string problem = refuseSecret(q);
  if (!problem.empty()) q.clear();
  if (!q.empty()) try {
      rows = answers(request);
    } catch (const ApiProblem& refused) {
      problem = refused.what();
    }
  Page page;
  page.title = "Why is someone not here?";
  page.section = "new-hires";
  page.content = fill(request, "why",
                      {{"q", q},
                       {"problem", problem},
                       {"nobody", !q.empty() && problem.empty() && rows.empty()},
                       {"any", !rows.empty()},
                       {"answers", rows}});
  return showPage(request, page);
}

}  // namespace host_stub
