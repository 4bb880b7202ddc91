#include "pages/hires/new_hires_pages.hpp"

#include <array>
#include <set>

#include "integration/pay_units.hpp"
#include "pages/format.hpp"
#include "pages/hires/list_query.hpp"
#include "pages/hires/review_form.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

struct StateTab {
  const char* state;
  const char* title;
  const char* nobody;
};
constexpr std::array<StateTab, 4> kTabs{{{"staged", "New hires", "No new hires"},
                                         {"promoted", "Added", "Nobody was added yet"},
                                         {"discarded", "Deleted", "Nobody was deleted"},
                                         {"withdrawn", "No longer hired", "No hire was taken back"}}};

const StateTab& tabOf(const std::string& state) {
  for (const StateTab& tab : kTabs)
    if (tab.state == state) return tab;
  return kTabs.front();
}

std::string address(Parameters page, const std::string& name, const std::string& value) {
  page.set("done", "");
  page.set("cursor", "");
  page.set(name, value);
  const std::string query = page.encoded();
  return "/new-hires" + (query.empty() ? "" : "?" + query);
}

Json heading(const Parameters& page, const char* sort, const char* title, bool byDefaultDescending) {
  const std::string current = page.get("sort").empty() ? "importedAt" : page.get("sort");
  const bool sorted = current == sort;
  const std::string given = page.get("order");
  const bool descending = given.empty() ? current == "importedAt" : given == "desc";
  Parameters to = page;
  to.set("sort", sort);
  const bool next = sorted ? !descending : byDefaultDescending;
  return {{"title", title},
          {"address", address(to, "order", next ? "desc" : "asc")},
          {"sorted", sorted ? Json(descending ? "descending" : "ascending") : Json(nullptr)},
          {"arrow", sorted ? Json(descending ? "↓" : "↑") : Json(nullptr)}};
}

// Pay counts as one field, whichever of its parts is in doubt.
std::string whole(const std::string& field) {
  const integration::PayUnit* unit = integration::payUnitOf(field);
  return unit == nullptr ? field : unit->name;
}

Json tags(const Json& hire) {
  Json tags = Json::array();
  const auto add = [&](const char* kind, const std::string& text) {
    tags.push_back({{"kind", kind}, {"text", text}});
  };
  if (hire.value("busy", false)) add("note", "being added");
  std::set<std::string> missing, uncertain;
  for (const Json& issue : hire.at("issues"))
    (textOf(issue, "code") == "required" ? missing : uncertain).insert(whole(textOf(issue, "path")));
  if (!missing.empty()) add("bad", countForPeople(missing.size(), "field missing", "fields missing"));
  if (!uncertain.empty()) add("warn", countForPeople(uncertain.size(), "field to check", "fields to check"));
  if (!hire.at("suggestions").empty()) add("warn", "not on your lists");
  if (!hire.at("changes").empty()) add("note", "changed in " + sourceName(hire));
  if (!hire.at("possibleDuplicates").empty()) add("bad", "possible duplicate");
  return tags;
}

Json row(const Json& hire, const std::string& state) {
  const Json& fields = hire.at("fields");
  return {{"id", hire.at("id")},
          {"name", fullName(fields, textOf(hire.at("source"), "name"))},
          {"jobTitle", textOf(fields, "jobTitle")},
          {"department", textOf(fields, "department")},
          {"start", dayForPeople(textOf(fields, "employmentStartDate"))},
          {"salary", moneyForPeople(textOf(fields, "salaryAmount"), textOf(fields, "salaryCurrency"),
                                    textOf(fields, "salaryPeriod"))},
          {"imported", dayForPeople(textOf(hire, "importedAt").substr(0, 10))},
          {"importedAt", textOf(hire, "importedAt")},
          {"importedTime", timeForPeople(textOf(hire, "importedAt"))},
          {"tags", state == "staged" ? tags(hire) : Json::array()},
          {"staged", state == "staged"}};
}

Json departments(const Json& answer, const std::string& chosen) {
  Json rows = Json::array();
  bool isThere = chosen.empty();
  for (const Json& one : answer.value("departments", Json::array()))
    if (const std::string name = textOf(one, "name"); !name.empty()) {
      rows.push_back({{"name", name}, {"count", one.at("count")}, {"chosen", name == chosen}});
      isThere = isThere || name == chosen;
    }
  if (!isThere) rows.push_back({{"name", chosen}, {"count", nullptr}, {"chosen", true}});
  return rows;
}

Json tabs(const StateTab& current) {
  Json tabs = Json::array();
  for (const StateTab& one : kTabs)
    tabs.push_back({{"title", one.title},
                    {"address", address({}, "state", &one == &kTabs.front() ? "" : one.state)},
                    {"current", &one == &current}});
  return tabs;
}

bool isFiltered(const Parameters& query) {
  return !(query.get("q") + query.get("department") + query.get("startsFrom") + query.get("startsUntil"))
              .empty();
}

Json incompleteParts(const Json& answer) {
  Json parts = Json::array();
  for (const Json& part : answer.value("incomplete", Json::array()))
    parts.push_back({{"text", missingPartInWords(part)}});
  return parts;
}

// Returns the API's answer as the page shows it.
Json found(const Parameters& query, const Json& answer) {
  Json rows = Json::array();
  for (const Json& hire : answer.at("data")) rows.push_back(row(hire, query.get("state")));
  Parameters next = query;
  next.set("cursor", textOf(answer, "nextCursor"));
  return {{"problem", nullptr},
          {"incomplete", incompleteParts(answer)},
          {"departments", departments(answer, query.get("department"))},
          {"total", countForPeople(answer.value("total", std::uint64_t{0}), "new hire", "new hires")},
          {"any", !rows.empty()},
          {"none", rows.empty()},
          {"rows", std::move(rows)},
          {"nameHeading", heading(query, "lastName", "Name", false)},
          {"startHeading", heading(query, "employmentStartDate", "Start date", false)},
          {"importedHeading", heading(query, "importedAt", "Imported", true)},
          {"next", answer.contains("nextCursor") ? Json("/new-hires?" + next.encoded()) : Json(nullptr)},
          {"first", query.has("cursor") ? Json(address(query, "cursor", "")) : Json(nullptr)}};
}

}  // namespace

void NewHiresPages::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::newHires, "GET", "/new-hires", &NewHiresPages::list);
}

WebResponse NewHiresPages::list(const PageRequest& request) {
  Parameters query = request.query;
  query.set("done", "");
  const StateTab& tab = tabOf(query.get("state"));
  query.set("state", tab.state);
  Json view = {{"tabs", tabs(tab)},
               {"state", tab.state},
               {"staged", &tab == &kTabs.front()},
               {"q", query.get("q")},
               {"startsFrom", query.get("startsFrom")},
               {"startsUntil", query.get("startsUntil")},
               {"sort", query.get("sort")},
               {"order", query.get("order")},
               {"export", "/new-hires.csv?" + query.encoded()},
               {"filtered", isFiltered(query)},
               {"showAll", address({}, "state", query.get("state"))},
               {"again", address(query, "cursor", "")},
               {"nobody", tab.nobody},
               {"mayConnect", request.may(Right::connections)}};
  Page page;
  page.title = "New hires";
  page.section = "new-hires";
  page.refreshAfter = 60;
  try {
    view.update(found(query, request.api.get("/api/new-hires", listQuery(query, "50"))));
  } catch (const ApiProblem& problem) {
    page.status = problem.status();
    view.update({{"problem", problem.what()},
                 {"incomplete", Json::array()},
                 {"departments", Json::array()},
                 {"any", false},
                 {"none", false}});
  }
  page.content = fill(request, "new_hires", std::move(view));
  return showPage(request, page);
}

}  // namespace host_stub
