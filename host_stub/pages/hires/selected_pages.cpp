#include "pages/hires/selected_pages.hpp"

#include "pages/format.hpp"
#include "pages/hires/hire_content.hpp"
#include "pages/hires/possible_duplicates.hpp"
#include "pages/hires/review_form.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr std::size_t kMost = 250;

struct Selection {
  bool adds;
  std::vector<std::string> ids;
};

Selection selectionOf(const PageRequest& request) {
  Selection selection{request.form.get("action") != "delete", request.form.all("id")};
  if (selection.ids.size() > kMost) selection.ids.resize(kMost);
  return selection;
}

std::string apiPath(const std::string& id) {
  return "/api/new-hires/" + urlEncoded(id);
}

std::string versionName(const std::string& id) {
  return "version:" + id;
}

// Fills in blank fields as the form of each would propose: the values shown now are the ones added then,
// since a new hire that has changed meanwhile isn't added.
Json proposalsFor(const PageRequest& request, const Json& hire) {
  const Json values = valuesOf(hire);
  return reviewForm(request, values).proposals(values);
}

std::string described(const Json& proposals) {
  std::string text;
  for (const auto& one : proposals.items()) {
    const MemberField field = memberField(one.key());
    const auto value = one.value().get<std::string>();
    text += (text.empty() ? "" : ", ") + field.title + ": " +
            (field.kind == "date" ? dayForPeople(value) : value);
  }
  return text;
}

// Why somebody can't be added among others; "" if they can.
std::string leftOut(const PageRequest& request, const Json& hire, const Json& proposals) {
  const std::string state = textOf(hire, "state");
  if (state == "promoted") return "is a member already";
  if (state != "staged") return "is no longer among the new hires";
  if (hire.value("busy", false)) return "is being added right now";
  Json values = valuesOf(hire);
  values.update(proposals);
  std::string titles;
  for (const std::string& title : reviewForm(request, values).missing(values))
    titles += (titles.empty() ? "" : ", ") + title;
  return titles.empty() ? "" : "misses " + titles;
}

Json questionOf(const PageRequest& request, const std::string& id, bool adds) {
  const Json hire = request.api.get(apiPath(id));
  const Json proposals = adds ? proposalsFor(request, hire) : Json::object();
  const std::string why = adds ? leftOut(request, hire, proposals) : "";
  const bool doubled = adds && mayBeDuplicate(hire);
  return {{"id", id},
          {"name", hireName(hire)},
          {"jobTitle", textOf(hire.at("fields"), "jobTitle")},
          {"versionName", versionName(id)},
          {"version", hire.at("version")},
          {"why", why},
          {"filledIn", described(proposals)},
          {"doubled", doubled},
          {"ticked", !doubled}};
}

Json outcome(const std::string& id, const char* kind, const char* text, const std::string& details = "",
             const std::string& person = "") {
  return {{"id", id}, {"kind", kind}, {"text", text}, {"details", details}, {"person", person}, {"name", ""}};
}

std::string detailsOf(const ApiProblem& problem) {
  std::string details;
  for (const auto& issue : problem.issues())
    details += (details.empty() ? "" : "; ") + memberField(issue.path).title + ": " + issue.message;
  return details.empty() ? problem.what() : details;
}

Json carriedOut(const PageRequest& request, const std::string& id, bool adds) try {
  if (!adds) {
    request.api.send("DELETE", apiPath(id));
    return outcome(id, "good", "deleted");
  }
  const Json fields = proposalsFor(request, request.api.get(apiPath(id)));
  const Json edit = {{"fields", fields}, {"ifVersion", request.form.get(versionName(id))}};
  const Json answer = request.api.send("POST", apiPath(id) + "/promote", edit);
  const bool already = answer.value("alreadyAdded", false);
  return outcome(id, already ? "note" : "good", already ? "was a member already" : "added", "",
                 textOf(answer.at("person"), "id"));
} catch (const ApiProblem& problem) {
  return outcome(id, "bad", adds ? "not added" : "not deleted", detailsOf(problem));
}

std::string nameOf(const PageRequest& request, const std::string& id) try {
  return hireName(request.api.get(apiPath(id)));
} catch (const ApiProblem&) {
  return "New hire";
}

WebResponse nobodySelected() {
  return redirectDone("/new-hires", "none-selected");
}

}  // namespace

void SelectedPages::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::newHires, "POST", "/new-hires/selected", &SelectedPages::ask);
  addPage(routes, this, Right::newHires, "POST", "/new-hires/selected/done", &SelectedPages::carryOut);
}

WebResponse SelectedPages::ask(const PageRequest& request) {
  const Selection selection = selectionOf(request);
  if (selection.ids.empty()) return nobodySelected();
  Json ready = Json::array(), out = Json::array();
  for (const std::string& id : selection.ids) {
    Json one = questionOf(request, id, selection.adds);
    (textOf(one, "why").empty() ? ready : out).push_back(std::move(one));
  }
  Page page;
  page.title = selection.adds ? "Add new hires as members" : "Delete new hires";
  page.section = "new-hires";
  page.content = fill(request, "selected",
                      {{"heading", page.title},
                       {"adds", selection.adds},
                       {"action", selection.adds ? "add" : "delete"},
                       {"any", !ready.empty()},
                       {"ready", ready},
                       {"anyOut", !out.empty()},
                       {"out", out}});
  return showPage(request, page);
}

WebResponse SelectedPages::carryOut(const PageRequest& request) {
  const Selection selection = selectionOf(request);
  if (selection.ids.empty()) return nobodySelected();
  Json rows = Json::array();
  std::uint64_t done = 0;
  for (const std::string& id : selection.ids) {
    Json one = carriedOut(request, id, selection.adds);
    one["name"] = nameOf(request, id);
    if (textOf(one, "kind") != "bad") ++done;
    rows.push_back(std::move(one));
  }
  Page page;
  page.title = selection.adds ? "Add new hires as members" : "Delete new hires";
  page.section = "new-hires";
  page.content = fill(request, "selected_done",
                      {{"heading", page.title},
                       {"said", std::to_string(done) + " of " + std::to_string(selection.ids.size()) +
                                    (selection.adds ? " added as members." : " deleted.")},
                       {"rows", std::move(rows)}});
  return showPage(request, page);
}

}  // namespace host_stub
