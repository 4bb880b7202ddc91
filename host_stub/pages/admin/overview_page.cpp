#include "pages/admin/overview_page.hpp"

#include "integration/extensions.hpp"
#include "pages/admin/connection_frame.hpp"
#include "pages/admin/labels.hpp"
#include "pages/format.hpp"
#include "pages/secret_guard.hpp"

namespace host_stub {

using integration::Json;

namespace {

// Returns why the newest delivery was refused if none has been taken since; "" if it wasn't. Asked only while
// the connection waits for its webhook: a long activity is slow to search.
std::string newestRejection(const PageRequest& request, const Json& connection) {
  if (textOf(connection, "state") != "waiting" || !has(connection, integration::kActivity)) return {};
  Parameters query;
  query.set("kind", "webhook");
  query.set("outcome", "rejected");
  query.set("$limit", "1");
  try {
    const Json lines = request.api.get(connectionApi(request, "/activity"), query).at("data");
    if (lines.empty() || textOf(lines[0], "at") <= textOf(connection, "lastWebhookAt")) return {};
    return asSentence(textOf(lines[0], "reason"));
  } catch (const ApiProblem&) {
    return {};  // the status says it, too
  }
}

Json whyAnswer(const PageRequest& request) {
  const std::string q = request.form.get("q");
  if (q.empty()) return nullptr;
  if (const std::string refusal = refuseSecret(q); !refusal.empty())
    return {{"kind", "bad"}, {"reason", refusal}};
  Parameters asked;
  asked.set("q", q);
  try {
    const Json answer = request.api.get(connectionApi(request, "/why"), asked);
    return {{"kind", answer.value("found", false) ? "note" : "warn"},
            {"reason", withTimesForPeople(textOf(answer, "reason"))}};
  } catch (const ApiProblem& problem) {
    return {{"kind", "bad"}, {"reason", asSentence(problem.what())}};
  }
}

// While a key is still to be pasted, there is no second box beside the one for it.
bool mayAskWhy(const std::string& state) {
  return state != "disabled" && state != "enabling" && state != "incomplete";
}

WebResponse overview(const PageRequest& request, SetupMoment moment, int status = 200) {
  const Json connection = request.api.get(connectionApi(request));
  moment.lastRejection = newestRejection(request, connection);
  const Json integration = integrationOf(request, connection);
  const std::string state = textOf(connection, "state");
  const bool unavailable = state == "unavailable";
  const bool busy = moment.problems.any() || !moment.secretToken.empty();
  const Json why = whyAnswer(request);
  Json view{{"address", connectionPage(request)},
            {"integrationName", textOf(integration, "name")},
            {"health", withTimesForPeople(textOf(connection, "health"))},
            {"failing", state == "failing" || unavailable || !moment.lastRejection.empty()},
            {"waiting", state == "waiting"},
            {"enabled", state != "disabled"},
            {"maySync", state != "disabled" && has(connection, integration::kSync)},
            {"mayAsk", mayAskWhy(state) && has(connection, integration::kExplain)},
            {"settled", unavailable || (state == "active" && !busy)},
            {"setup", setupGuide(request, connection, integration, moment)},
            {"lastWebhook", timeForPeople(textOf(connection, "lastWebhookAt"))},
            {"lastImport", timeForPeople(textOf(connection, "lastImportAt"))},
            {"created", timeForPeople(textOf(connection, "createdAt"))},
            {"q", looksLikeASecret(request.form.get("q")) ? "" : request.form.get("q")},
            {"answered", !why.is_null()},
            {"why", why}};
  return showConnection(request, connection,
                        {"", fill(request, "connection_overview", std::move(view)), status});
}

}  // namespace

void OverviewPage::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::connections, "GET", "/admin/connections/{id}", &OverviewPage::show);
  addPage(routes, this, Right::connections, "POST", "/admin/connections/{id}/key", &OverviewPage::saveKey);
  addPage(routes, this, Right::connections, "POST", "/admin/connections/{id}/token",
          &OverviewPage::showToken);
  addPage(routes, this, Right::connections, "POST", "/admin/connections/{id}/why", &OverviewPage::show);
  for (const char* path :
       {"/admin/connections/{id}/token", "/admin/connections/{id}/key", "/admin/connections/{id}/why"})
    addPage(routes, this, Right::connections, "GET", path, &OverviewPage::withoutAnswer);
}

WebResponse OverviewPage::show(const PageRequest& request) {
  return overview(request, {});
}

WebResponse OverviewPage::saveKey(const PageRequest& request) {
  const Json connection = request.api.get(connectionApi(request));
  const Json integration = integrationOf(request, connection);
  SetupMoment moment;
  Json settings = Json::object();
  for (const auto& [name, schema] : integration.at("settingsSchema").at("properties").items()) {
    if (!schema.value("secret", false)) continue;
    if (const std::string value = request.form.get(name); !value.empty()) settings[name] = value;
    if (textOf(connection.at("settings"), name).empty() && !settings.contains(name))
      moment.problems.add(name, "paste it here, then save");
  }
  if (moment.problems.any()) return overview(request, moment, 422);
  try {
    request.api.send("PUT", connectionApi(request, "/settings"), settings);
  } catch (const ApiProblem& problem) {
    moment.problems = FormErrors(problem);
    return overview(request, moment, problem.status());
  }
  return redirectDone(connectionPage(request), "key-saved");
}

// The token comes with enabling, which changes nothing if that was done: a disabled one isn't asked.
WebResponse OverviewPage::showToken(const PageRequest& request) {
  const Json connection = request.api.get(connectionApi(request));
  if (textOf(connection, "state") == "disabled") return redirect(connectionPage(request));
  SetupMoment moment;
  moment.secretToken = textOf(request.api.send("POST", connectionApi(request, "/enable")), "secretToken");
  return overview(request, moment);
}

WebResponse OverviewPage::withoutAnswer(const PageRequest& request) {
  return redirect(connectionPage(request));
}

}  // namespace host_stub
