#include "pages/admin/connection_frame.hpp"

#include <algorithm>
#include <array>

#include "integration/extensions.hpp"
#include "pages/admin/labels.hpp"
#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr std::array<Word, 4> kTabs{
    {{"", "Overview"}, {"settings", "Settings"}, {"catch-up", "Catch-up"}, {"activity", "Activity"}}};

}  // namespace

std::string connectionApi(const PageRequest& request, const std::string& rest) {
  return "/api/connections/" + urlEncoded(request.part(0)) + rest;
}

std::string connectionPage(const PageRequest& request, const std::string& rest) {
  return "/admin/connections/" + urlEncoded(request.part(0)) + rest;
}

Json integrationNamed(const PageRequest& request, const std::string& id) {
  const Json all = request.api.get("/api/integrations");
  for (const Json& one : all.at("data"))
    if (textOf(one, "id") == id) return one;
  throw ApiProblem(404, {{"message", "No integration of this name is installed."}});
}

Json integrationOf(const PageRequest& request, const Json& connection) {
  const std::string id = textOf(connection, "integration");
  if (textOf(connection, "state") != "unavailable") return integrationNamed(request, id);
  return {{"id", id}, {"name", id}, {"settingsSchema", {{"properties", Json::object()}}}};
}

bool has(const Json& connection, std::string_view extension) {
  const Json& all = connection.at("extensions");
  return std::find(all.begin(), all.end(), extension) != all.end();
}

WebResponse showConnection(const PageRequest& request, const Json& connection, const ConnectionTab& tab) {
  const std::string name = textOf(connection, "name");
  Json tabs = Json::array();
  for (const Word& one : kTabs) {
    const std::string_view path = one.name;
    if (path == "catch-up" && !has(connection, integration::kStartCatchUp)) continue;
    if (path == "activity" && !has(connection, integration::kActivity)) continue;
    tabs.push_back({{"title", one.words},
                    {"address", connectionPage(request, path.empty() ? "" : "/" + std::string(path))},
                    {"current", tab.name == path}});
  }
  Page page;
  page.title = (tab.name.empty() ? "" : inWords(kTabs, tab.name) + " · ") + name;
  page.section = "admin";
  page.status = tab.status;
  const bool settled = textOf(connection, "state") == "active";
  page.refreshAfter = tab.name.empty() && !settled ? 15 : 0;
  page.content = fill(request, "connection_frame",
                      {{"name", name},
                       {"integration", textOf(connection, "integration")},
                       {"integrationName", integrationOf(request, connection).value("name", "")},
                       {"installed", textOf(connection, "state") != "unavailable"},
                       {"tag", connectionTag(textOf(connection, "state"))},
                       {"tabs", std::move(tabs)},
                       {"content", tab.content}});
  return showPage(request, page);
}

}  // namespace host_stub
