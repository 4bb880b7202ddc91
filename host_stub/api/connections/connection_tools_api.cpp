#include "api/connections/connection_tools_api.hpp"

#include <algorithm>
#include <array>

#include "api/collection.hpp"
#include "api/cursor.hpp"
#include "api/hires/import_explanation_api.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;
using integration::Json;

namespace {

constexpr const char* kActivityList = "activity";
constexpr std::array<std::string_view, 7> kOutcomes{"ok",       "ignored", "withdrawn", "differs",
                                                    "retrying", "failed",  "rejected"};

integration::Text outcomeOf(const RequestContext& request) {
  auto outcome = request.query("outcome");
  if (outcome && std::find(kOutcomes.begin(), kOutcomes.end(), *outcome) == kOutcomes.end()) {
    const char* message = "must be ok, ignored, withdrawn, differs, retrying, failed or rejected";
    throw Failure(Code::invalidArgument, std::string("outcome ") + message,
                  {{"outcome", "invalid", message}});
  }
  return outcome;
}

}  // namespace

void ConnectionToolsApi::addTo(Routes& routes) {
  auto add = [&](const char* method, const char* path,
                 WebResponse (ConnectionToolsApi::*endpoint)(const RequestContext&)) {
    addRoute(routes, this, Right::connections, method, path, endpoint);
  };
  add("GET", "/api/connections/{id}/activity", &ConnectionToolsApi::activity);
  add("POST", "/api/connections/{id}/activity/retry", &ConnectionToolsApi::retryAll);
  add("POST", "/api/connections/{id}/activity/{line}/retry", &ConnectionToolsApi::retry);
  add("GET", "/api/connections/{id}/why", &ConnectionToolsApi::why);
  add("POST", "/api/connections/{id}/catch-up", &ConnectionToolsApi::startCatchUp);
  add("GET", "/api/connections/{id}/catch-up/{catchUp}", &ConnectionToolsApi::catchUp);
  add("DELETE", "/api/connections/{id}/catch-up/{catchUp}", &ConnectionToolsApi::cancelCatchUp);
  add("GET", "/api/connections/{id}/choices/{kind}", &ConnectionToolsApi::choices);
}

WebResponse ConnectionToolsApi::activity(const RequestContext& request) {
  const auto connection = connectionOf(hub_, request);
  integration::ActivityQuery query;
  const std::size_t end = std::size_t{request.skip()} + request.limit();
  query.limit = static_cast<std::uint32_t>(end) + 1;  // one more: is there a next page
  query.before = cursorOf(request, kActivityList);
  query.kind = request.query("kind");
  query.outcome = outcomeOf(request);
  auto page = connection->run<integration::ActivityPage>(request.user().id, integration::kActivity, query);
  Json data = Json::array();
  for (std::size_t i = request.skip(); i < std::min(end, page.data.size()); ++i)
    data.push_back(integration::toJson(page.data[i]));
  return collectionPage(request, page.total, std::move(data),
                        page.data.size() > end
                            ? std::optional(encodeCursor(kActivityList, page.data[end - 1].id))
                            : std::nullopt);
}

WebResponse ConnectionToolsApi::retry(const RequestContext& request) {
  const auto connection = connectionOf(hub_, request);
  runAudited(platform_, *connection, request,
             audited(request, "connection.retry", request.part(0) + " " + request.part(1)),
             integration::kRetry, integration::RetryRequest{request.part(1)});
  return ok(Json::object(), 202);
}

WebResponse ConnectionToolsApi::retryAll(const RequestContext& request) {
  const auto connection = connectionOf(hub_, request);
  runAudited(platform_, *connection, request, audited(request, "connection.retry", request.part(0)),
             integration::kRetry, integration::RetryRequest{});
  return ok(Json::object(), 202);
}

WebResponse ConnectionToolsApi::why(const RequestContext& request) {
  const auto connection = connectionOf(hub_, request);
  return ok(
      whyView(connection->key().connection, connection->run<integration::ImportExplanation>(
                                                request.user().id, integration::kExplain,
                                                integration::ExplainQuery{request.query("q").value_or("")})));
}

WebResponse ConnectionToolsApi::startCatchUp(const RequestContext& request) {
  const auto connection = connectionOf(hub_, request);
  Json body = request.bodyObject();
  if (!body.contains("dryRun")) body["dryRun"] = false;
  const auto catchUp = integration::fromJson<integration::StartCatchUp>(body, "the body",
                                                                        integration::UnknownMembers::refused);
  const auto started =
      connection->run<integration::CatchUpStarted>(request.user().id, integration::kStartCatchUp, catchUp);
  // After it began: its id is the plugin's.
  audited(request, catchUp.dryRun ? "connection.catch-up-dry-run" : "connection.catch-up",
          request.part(0) + " " + started.id)
      .finish(platform_.audit);
  return ok(integration::toJson(started), 202);
}

WebResponse ConnectionToolsApi::catchUp(const RequestContext& request) {
  const auto progress =
      connectionOf(hub_, request)
          ->run<integration::CatchUpProgress>(request.user().id, integration::kCatchUpProgress,
                                              integration::CatchUpId{request.part(1)});
  return ok(integration::toJson(progress));
}

WebResponse ConnectionToolsApi::cancelCatchUp(const RequestContext& request) {
  runAudited(platform_, *connectionOf(hub_, request), request,
             audited(request, "connection.catch-up-cancel", request.part(0) + " " + request.part(1)),
             integration::kCancelCatchUp, integration::CatchUpId{request.part(1)});
  return {204, {}, {}};
}

WebResponse ConnectionToolsApi::choices(const RequestContext& request) {
  const auto choices =
      connectionOf(hub_, request)
          ->run<integration::SourceChoices>(request.user().id, integration::kSourceChoices,
                                            integration::SourceChoicesQuery{request.part(1)});
  return collection(request, integration::toJson(choices.data));
}

}  // namespace host_stub
