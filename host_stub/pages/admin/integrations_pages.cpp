#include "pages/admin/integrations_pages.hpp"

#include <set>

#include "pages/admin/connection_frame.hpp"
#include "pages/admin/labels.hpp"
#include "pages/admin/setup_guide.hpp"
#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

namespace {

Json allConnections(const PageRequest& request) {
  Parameters most;
  most.set("$limit", "250");
  return request.api.get("/api/connections", most).at("data");
}

Json connectionsOf(const Json& all, const std::string& integration) {
  Json rows = Json::array();
  for (const Json& one : all)
    if (textOf(one, "integration") == integration)
      rows.push_back({{"id", textOf(one, "id")},
                      {"name", textOf(one, "name")},
                      {"health", withTimesForPeople(textOf(one, "health"))},
                      {"lastImport", timeForPeople(textOf(one, "lastImportAt"))},
                      {"tag", connectionTag(textOf(one, "state"))}});
  return rows;
}

// Cards of integrations that have connections here and are not installed.
void addNotInstalled(Json& cards, const Json& connections) {
  std::set<std::string> ids;
  for (const Json& one : connections)
    if (textOf(one, "state") == "unavailable") ids.insert(textOf(one, "integration"));
  for (const std::string& id : ids)
    cards.push_back({{"id", id},
                     {"name", id},
                     {"description", "This integration is not loaded on this host. Nothing of it is lost."},
                     {"installed", false},
                     {"any", true},
                     {"connections", connectionsOf(connections, id)}});
}

}  // namespace

std::string integrationCards(const PageRequest& request) {
  const Json connections = allConnections(request);
  Json cards = Json::array();
  const Json all = request.api.get("/api/integrations");
  for (const Json& one : all.at("data")) {
    Json own = connectionsOf(connections, textOf(one, "id"));
    cards.push_back({{"id", textOf(one, "id")},
                     {"name", textOf(one, "name")},
                     {"version", textOf(one, "version")},
                     {"description", textOf(one, "description")},
                     {"installed", true},
                     {"any", !own.empty()},
                     {"connections", std::move(own)}});
  }
  addNotInstalled(cards, connections);
  return fill(request, "integration_cards", {{"cards", cards}, {"none", cards.empty()}});
}

void IntegrationsPages::addTo(PageRoutes& routes) {
  auto add = [&](const char* method, const char* path,
                 WebResponse (IntegrationsPages::*page)(const PageRequest&)) {
    addPage(routes, this, Right::connections, method, path, page);
  };
  add("GET", "/admin/integrations", &IntegrationsPages::list);
  add("GET", "/admin/integrations/{integration}", &IntegrationsPages::configure);
  add("POST", "/admin/integrations/{integration}", &IntegrationsPages::connect);
}

WebResponse IntegrationsPages::list(const PageRequest& request) {
  Page page;
  page.title = "Integrations";
  page.section = "admin";
  page.content = fill(request, "integrations", {{"cards", integrationCards(request)}});
  return showPage(request, page);
}

WebResponse IntegrationsPages::configurePage(const PageRequest& request, const FormErrors& problems) {
  const Json integration = integrationNamed(request, request.part(0));
  const std::string id = textOf(integration, "id");
  Json permissions = Json::array();
  for (const SourcePermission& one : permissionsOf(id))
    permissions.push_back({{"name", one.name}, {"why", one.why}, {"optional", one.optional}});
  const Json connections = connectionsOf(allConnections(request), id);
  Page page;
  page.title = "Configure " + textOf(integration, "name");
  page.section = "admin";
  page.status = problems.any() ? 422 : 200;
  page.content = fill(request, "integration",
                      {{"id", id},
                       {"name", textOf(integration, "name")},
                       {"description", textOf(integration, "description")},
                       {"version", textOf(integration, "version")},
                       {"ashby", id == "ashby"},
                       {"anyPermissions", !permissions.empty()},
                       {"permissions", std::move(permissions)},
                       {"any", !connections.empty()},
                       {"connections", connections},
                       {"wanted", request.form.get("name")},
                       {"problem", problems.at("name")},
                       {"otherProblem", problems.at("")}});
  return showPage(request, page);
}

WebResponse IntegrationsPages::configure(const PageRequest& request) {
  return configurePage(request, {});
}

// The first connection has the integration's own name; any other is told apart by the one that is given.
WebResponse IntegrationsPages::connect(const PageRequest& request) {
  const Json integration = integrationNamed(request, request.part(0));
  const std::string id = textOf(integration, "id");
  std::string name = request.form.get("name");
  if (name.empty() && connectionsOf(allConnections(request), id).empty()) name = textOf(integration, "name");
  std::string connection;
  try {
    const Json created = request.api.send("POST", "/api/connections", {{"integration", id}, {"name", name}});
    connection = textOf(created, "id");
  } catch (const ApiProblem& problem) {
    return configurePage(request, FormErrors(problem));
  }
  request.api.send("POST", "/api/connections/" + connection + "/enable");
  return redirectDone("/admin/connections/" + connection, "connected");
}

}  // namespace host_stub
