#include "pages/admin/audit_trail_page.hpp"

#include <array>
#include <map>

#include "pages/admin/labels.hpp"
#include "pages/format.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr std::array<Word, 5> kAbout{{{"connection.", "Connections"},
                                      {"new-hire.", "New hires"},
                                      {"list.", "Company lists"},
                                      {"member-form.", "What a member needs"},
                                      {"notifications.", "Notifications"}}};

std::map<std::string, std::string> connectionNames(const PageRequest& request) {
  std::map<std::string, std::string> names;
  Parameters most;
  most.set("$limit", "250");
  const Json all = request.api.get("/api/connections", most);
  for (const Json& one : all.at("data")) names[textOf(one, "id")] = textOf(one, "name");
  return names;
}

// The first word of a subject is an id: where what it names is still here, it leads there.
Json subjectView(const std::string& action, const std::string& subject,
                 const std::map<std::string, std::string>& connections) {
  const std::string id = subject.substr(0, subject.find(' '));
  if (const auto known = connections.find(id);
      known != connections.end() && action.starts_with("connection."))
    return {{"text", known->second}, {"address", "/admin/connections/" + urlEncoded(id)}};
  if (action.starts_with("new-hire.") && action != "new-hire.erase")
    return {{"text", "The new hire"}, {"address", "/new-hires/" + urlEncoded(id)}};
  if (action.starts_with("list."))
    return {{"text", inWords(kCompanyLists, subject)}, {"address", "/admin/lists#" + urlEncoded(subject)}};
  return {{"text", subject}, {"address", ""}};
}

}  // namespace

void AuditTrailPage::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::company, "GET", "/admin/audit", &AuditTrailPage::show);
}

WebResponse AuditTrailPage::show(const PageRequest& request) {
  Parameters query;
  for (const char* name : {"action", "actor", "cursor"}) query.set(name, request.query.get(name));
  query.set("$limit", "50");
  const Json answer = request.api.get("/api/audit", query);
  const auto connections = connectionNames(request);
  Json rows = Json::array();
  for (const Json& line : answer.at("data")) {
    const std::string action = textOf(line, "action");
    rows.push_back({{"at", textOf(line, "at")},
                    {"time", timeForPeople(textOf(line, "at"))},
                    {"actor", textOf(line.at("actor"), "name")},
                    {"action", auditActionInWords(action)},
                    {"subject", subjectView(action, textOf(line, "subject"), connections)}});
  }
  query.set("$limit", "");
  Parameters next = query;
  next.set("cursor", textOf(answer, "nextCursor"));
  Page page;
  page.title = "Audit";
  page.section = "admin";
  page.content = fill(request, "audit_trail",
                      {{"about", optionsOf(kAbout, query.get("action"))},
                       {"actor", query.get("actor")},
                       {"any", !rows.empty()},
                       {"rows", rows},
                       {"filtered", query.has("action") || query.has("actor")},
                       {"total", countForPeople(answer.value("total", std::uint64_t{0}), "line", "lines")},
                       {"first", query.has("cursor")},
                       {"next", answer.contains("nextCursor") ? "/admin/audit?" + next.encoded() : ""}});
  return showPage(request, page);
}

}  // namespace host_stub
