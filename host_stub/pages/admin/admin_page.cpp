#include "pages/admin/admin_page.hpp"

#include "pages/admin/integrations_pages.hpp"
#include "pages/admin/labels.hpp"
#include "pages/format.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

std::uint64_t countOf(const Json& list) {
  return list.size();
}

std::string listsState(const PageRequest& request) {
  std::string state;
  const Json all = request.api.get("/api/lists");
  for (const Json& list : all.at("data")) {
    const std::string kind = textOf(list, "kind");
    const std::uint64_t count = countOf(list.at("values"));
    if (count == 0) continue;
    const char* one = kind == "departments"     ? "department"
                      : kind == "placesOfWork"  ? "place of work"
                      : kind == "contractTypes" ? "contract type"
                                                : "custom field";
    const char* many = kind == "departments"     ? "departments"
                       : kind == "placesOfWork"  ? "places of work"
                       : kind == "contractTypes" ? "contract types"
                                                 : "custom fields";
    state += (state.empty() ? "" : ", ") + countForPeople(count, one, many);
  }
  return state.empty() ? "All lists are empty: anything may be said." : state + ".";
}

std::string memberFormState(const PageRequest& request) {
  std::uint64_t required = 0;
  const Json form = request.api.get("/api/member-form");
  for (const Json& field : form.at("fields"))
    required += field.value("required", false) || field.value("locked", false) ? 1U : 0U;
  return countForPeople(required, "field is required.", "fields are required.");
}

std::string notificationsState(const PageRequest& request) {
  const std::uint64_t recipientCount =
      countOf(request.api.get("/api/notifications/settings").at("recipients"));
  return recipientCount == 0 ? "Nobody is told of anything yet."
                             : countForPeople(recipientCount, "person is told.", "people are told.");
}

std::string auditState(const PageRequest& request) {
  Parameters one;
  one.set("$limit", "1");
  const Json newest = request.api.get("/api/audit", one).at("data");
  if (newest.empty()) return "Nothing was done yet.";
  const Json& last = newest.front();
  return "Last: " + auditActionInWords(textOf(last, "action")) + ", by " + textOf(last.at("actor"), "name") +
         ", " + timeForPeople(textOf(last, "at")) + ".";
}

// A state that can't be had must not keep the page away.
template <class State>
std::string orNothing(const PageRequest& request, State state) try {
  return state(request);
} catch (const ApiProblem&) {
  return "";
}

Json card(const char* title, const char* address, const char* sentence, const std::string& state) {
  return {{"title", title}, {"address", address}, {"sentence", sentence}, {"state", state}};
}

}  // namespace

void AdminPage::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::company, "GET", "/admin", &AdminPage::show);
}

WebResponse AdminPage::show(const PageRequest& request) {
  const Json cards{
      card("Company lists", "/admin/lists",
           "Departments, places of work, contract types and your own fields.",
           orNothing(request, listsState)),
      card("What a member needs", "/admin/member-form",
           "What has to be filled in before a new hire is added.", orNothing(request, memberFormState)),
      card("Notifications", "/admin/notifications", "Who is told by e-mail of what.",
           orNothing(request, notificationsState)),
      card("Audit", "/admin/audit", "Who connected, changed, added and deleted, and when.",
           orNothing(request, auditState))};
  Page page;
  page.title = "Admin area";
  page.section = "admin";
  page.content = fill(request, "admin", {{"cards", cards}, {"integrations", integrationCards(request)}});
  return showPage(request, page);
}

}  // namespace host_stub
