#include "pages/admin/activity_pages.hpp"

#include "api/hires/hire_view.hpp"
#include "integration/extensions.hpp"
#include "pages/admin/connection_frame.hpp"
#include "pages/admin/labels.hpp"
#include "pages/admin/settings/form_errors.hpp"
#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

namespace {

Json row(const Json& line, const std::string& connection, bool retries) {
  const std::string outcome = textOf(line, "outcome"), hire = textOf(line, "hireId");
  const std::string application = textOf(line, "applicationId");
  const auto attempts = line.value("attempts", std::uint64_t{0});
  return {{"id", textOf(line, "id")},
          {"at", textOf(line, "at")},
          {"time", timeForPeople(textOf(line, "at"))},
          {"kind", inWords(kActivityKinds, textOf(line, "kind"))},
          {"outcome", outcomeTag(outcome)},
          {"reason", asSentence(withTimesForPeople(textOf(line, "reason")))},
          {"application", application},
          {"hire", hire.empty() ? "" : hireListId(connection, hire)},
          {"attempts", attempts > 1 ? countForPeople(attempts, "time", "times") : ""},
          {"mayRetry", retries && !application.empty() && (outcome == "retrying" || outcome == "failed")}};
}

}  // namespace

void ActivityPages::addTo(PageRoutes& routes) {
  auto add = [&](const char* method, const char* path,
                 WebResponse (ActivityPages::*page)(const PageRequest&)) {
    addPage(routes, this, Right::connections, method, path, page);
  };
  add("GET", "/admin/connections/{id}/activity", &ActivityPages::list);
  add("POST", "/admin/connections/{id}/activity/retry", &ActivityPages::retryAll);
  add("POST", "/admin/connections/{id}/activity/{line}/retry", &ActivityPages::retry);
}

WebResponse ActivityPages::list(const PageRequest& request) {
  return show(request, 200, "");
}

WebResponse ActivityPages::show(const PageRequest& request, int status, const std::string& problem) {
  const Json connection = request.api.get(connectionApi(request));
  Parameters query;
  for (const char* name : {"kind", "outcome", "cursor"}) query.set(name, request.query.get(name));
  query.set("$limit", "50");
  const Json answer = request.api.get(connectionApi(request, "/activity"), query);
  Json rows = Json::array();
  bool anyFailed = false;
  for (const Json& line : answer.at("data")) {
    rows.push_back(row(line, request.part(0), has(connection, integration::kRetry)));
    anyFailed = anyFailed || rows.back().at("mayRetry").get<bool>();
  }
  query.set("$limit", "");
  Parameters next = query;
  next.set("cursor", textOf(answer, "nextCursor"));
  const std::string address = connectionPage(request);
  const std::string content =
      fill(request, "connection_activity",
           {{"address", address},
            {"problem", problem},
            {"kinds", optionsOf(kActivityKinds, query.get("kind"))},
            {"outcomes", optionsOf(kActivityOutcomes, query.get("outcome"))},
            {"any", !rows.empty()},
            {"rows", rows},
            {"anyFailed", anyFailed},
            {"filtered", query.has("kind") || query.has("outcome")},
            {"total", countForPeople(answer.value("total", std::uint64_t{0}), "line", "lines")},
            {"first", query.has("cursor")},
            {"next", answer.contains("nextCursor") ? address + "/activity?" + next.encoded() : ""}});
  return showConnection(request, connection, {"activity", content, status});
}

WebResponse ActivityPages::retry(const PageRequest& request) try {
  request.api.send("POST", connectionApi(request, "/activity/" + urlEncoded(request.part(1)) + "/retry"));
  return redirectDone(connectionPage(request, "/activity"), "retrying");
} catch (const ApiProblem& problem) {
  if (problem.status() != 409) throw;
  return show(request, problem.status(), asSentence(problem.what()));
}

WebResponse ActivityPages::retryAll(const PageRequest& request) {
  request.api.send("POST", connectionApi(request, "/activity/retry"));
  return redirectDone(connectionPage(request, "/activity"), "retrying");
}

}  // namespace host_stub
