#include "pages/admin/catch_up_pages.hpp"

#include "pages/admin/connection_frame.hpp"
#include "pages/admin/settings/form_errors.hpp"
#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

namespace {

// The audit remembers the id of the one that was begun last; "" if it doesn't tell.
std::string lastCatchUp(const PageRequest& request) {
  Parameters query;
  query.set("action", "connection.catch-up");
  try {
    const Json audit = request.api.get("/api/audit", query);
    const std::string of = request.part(0) + " ";
    for (const Json& line : audit.at("data"))
      if (const std::string subject = textOf(line, "subject"); subject.starts_with(of))
        return subject.substr(of.size());
  } catch (const ApiProblem&) {
    return "";
  }
  return "";
}

WebResponse form(const PageRequest& request, const FormErrors& problems, int status) {
  const Json connection = request.api.get(connectionApi(request));
  const std::string last = lastCatchUp(request);
  const std::string content =
      fill(request, "connection_catch_up",
           {{"address", connectionPage(request)},
            {"from", request.form.has("from") ? request.form.get("from")
                                              : textOf(connection.at("settings"), "importFrom")},
            {"problem", problems.at("from")},
            {"otherProblem", problems.at("")},
            {"last", last.empty() ? "" : connectionPage(request, "/catch-up/" + urlEncoded(last))}});
  return showConnection(request, connection, {"catch-up", content, status});
}

Json people(const Json& progress) {
  Json people = Json::array();
  for (const Json& one : progress.value("items", Json::array()))
    people.push_back({{"name", textOf(one, "name")},
                      {"jobTitle", textOf(one, "jobTitle")},
                      {"hired", dayForPeople(textOf(one, "hiredAt").substr(0, 10))},
                      {"application", textOf(one, "applicationId")}});
  return people;
}

std::string stateInWords(const Json& progress) {
  const std::string state = textOf(progress, "state");
  if (state == "listing") return "Looking through who was hired.";
  if (state == "importing") return "Importing.";
  if (state == "cancelled") return "Cancelled. What it had imported stays.";
  return progress.value("dryRun", false) ? "The dry run is done. Nothing was imported." : "Done.";
}

}  // namespace

void CatchUpPages::addTo(PageRoutes& routes) {
  auto add = [&](const char* method, const char* path,
                 WebResponse (CatchUpPages::*page)(const PageRequest&)) {
    addPage(routes, this, Right::connections, method, path, page);
  };
  add("GET", "/admin/connections/{id}/catch-up", &CatchUpPages::begin);
  add("POST", "/admin/connections/{id}/catch-up", &CatchUpPages::start);
  add("GET", "/admin/connections/{id}/catch-up/{catchUp}", &CatchUpPages::progress);
  add("POST", "/admin/connections/{id}/catch-up/{catchUp}/cancel", &CatchUpPages::cancel);
}

WebResponse CatchUpPages::begin(const PageRequest& request) {
  return form(request, {}, 200);
}

WebResponse CatchUpPages::start(const PageRequest& request) {
  const bool dryRun = request.form.get("run") != "import";
  try {
    const Json started = request.api.send("POST", connectionApi(request, "/catch-up"),
                                          {{"from", request.form.get("from")}, {"dryRun", dryRun}});
    const std::string begun = connectionPage(request, "/catch-up/" + urlEncoded(textOf(started, "id")));
    return dryRun ? redirect(begun) : redirectDone(begun, "catching-up");
  } catch (const ApiProblem& problem) {
    return form(request, FormErrors(problem), problem.status());
  }
}

WebResponse CatchUpPages::progress(const PageRequest& request) {
  const Json connection = request.api.get(connectionApi(request));
  const Json progress = request.api.get(connectionApi(request, "/catch-up/" + urlEncoded(request.part(1))));
  const std::string state = textOf(progress, "state");
  const auto number = [&](const char* name) { return progress.value(name, std::uint64_t{0}); };
  const bool dryRun = progress.value("dryRun", false), underWay = state == "listing" || state == "importing";
  const Json listed = people(progress);
  const std::string content = fill(request, "connection_catch_up_progress",
                                   {{"address", connectionPage(request)},
                                    {"id", request.part(1)},
                                    {"from", textOf(progress, "from")},
                                    {"fromDay", dayForPeople(textOf(progress, "from"))},
                                    {"state", stateInWords(progress)},
                                    {"underWay", underWay},
                                    {"counts", state == "importing" || (!underWay && !dryRun)},
                                    {"dryRun", dryRun},
                                    {"dryRunDone", dryRun && state == "done"},
                                    {"handled", std::to_string(number("imported") + number("skipped"))},
                                    {"most", std::to_string(std::max<std::uint64_t>(number("found"), 1))},
                                    {"seen", std::to_string(number("seen"))},
                                    {"found", std::to_string(number("found"))},
                                    {"imported", std::to_string(number("imported"))},
                                    {"skipped", std::to_string(number("skipped"))},
                                    {"waiting", std::to_string(number("waiting"))},
                                    {"people", listed},
                                    {"anybody", number("found") > 0},
                                    {"more", listed.size() < number("found") && dryRun},
                                    {"startedAt", timeForPeople(textOf(progress, "startedAt"))},
                                    {"finishedAt", timeForPeople(textOf(progress, "finishedAt"))}});
  return showConnection(request, connection, {"catch-up", content});
}

WebResponse CatchUpPages::cancel(const PageRequest& request) {
  const std::string one = "/catch-up/" + urlEncoded(request.part(1));
  request.api.send("DELETE", connectionApi(request, one));
  return redirectDone(connectionPage(request, one), "cancelled");
}

}  // namespace host_stub
