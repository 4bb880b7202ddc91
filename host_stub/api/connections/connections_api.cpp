#include "api/connections/connections_api.hpp"

#include "api/collection.hpp"
#include "api/connections/settings_preview.hpp"
#include "api/cursor.hpp"
#include "integration/time.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;
using integration::Json;

namespace {

constexpr const char* kConnectionsList = "connections";

struct NewConnection {
  std::string integration, name;
};
BOOST_DESCRIBE_STRUCT(NewConnection, (), (integration, name))

Failure connectionIsBeingChanged() {
  return Failure(Code::aborted,
                 "somebody else is changing this connection right now: look at it again in a moment");
}

Failure pluginIsToBeTold() {
  return Failure(
      Code::aborted,
      "the connection is disabled, but somebody else is changing this connection right now, so its "
      "plugin was not told: disable it once more in a moment");
}

bool isDryRun(const RequestContext& request) {
  const std::string dryRun = request.query("dryRun").value_or("false");
  if (dryRun != "true" && dryRun != "false")
    throw Failure(Code::invalidArgument, "dryRun must be true or false",
                  {{"dryRun", "invalid", "must be true or false"}});
  return dryRun == "true";
}

}  // namespace

void ConnectionsApi::addTo(Routes& routes) {
  auto add = [&](const char* method, const char* path,
                 WebResponse (ConnectionsApi::*endpoint)(const RequestContext&)) {
    addRoute(routes, this, Right::connections, method, path, endpoint);
  };
  add("GET", "/api/integrations", &ConnectionsApi::listIntegrations);
  add("POST", "/api/connections", &ConnectionsApi::create);
  add("GET", "/api/connections", &ConnectionsApi::list);
  add("GET", "/api/connections/{id}", &ConnectionsApi::get);
  add("DELETE", "/api/connections/{id}", &ConnectionsApi::remove);
  add("GET", "/api/connections/{id}/settings", &ConnectionsApi::settings);
  add("PUT", "/api/connections/{id}/settings", &ConnectionsApi::saveSettings);
  add("POST", "/api/connections/{id}/enable", &ConnectionsApi::enable);
  add("POST", "/api/connections/{id}/disable", &ConnectionsApi::disable);
  add("POST", "/api/connections/{id}/sync", &ConnectionsApi::sync);
  add("POST", "/api/connections/{id}/rotate-secret", &ConnectionsApi::rotateSecret);
}

WebResponse ConnectionsApi::listIntegrations(const RequestContext& request) {
  Json all = Json::array();
  for (const Integration* integration : platform_.catalog.all()) {
    const integration::Manifest& manifest = integration->manifest();
    all.push_back({{"id", manifest.id},
                   {"name", manifest.name},
                   {"version", manifest.version},
                   {"description", manifest.description},
                   {"settingsSchema", integration::parseJson(manifest.settingsSchema)}});
  }
  return collection(request, std::move(all));
}

WebResponse ConnectionsApi::create(const RequestContext& request) {
  const auto newConnection = integration::fromJson<NewConnection>(request.bodyObject(), "the body",
                                                                  integration::UnknownMembers::refused);
  if (platform_.catalog.find(newConnection.integration) == nullptr)
    throw Failure(Code::invalidArgument, "there is no such integration",
                  {{"integration", "unknown", "GET /api/integrations names those that are installed"}});
  const AuditRecord creation{unixNow(), request.user().id, request.user().name, "connection.create", ""};
  return ok(
      views_.of(hub_.create(request.company(), newConnection.integration, newConnection.name, creation)),
      201);
}

WebResponse ConnectionsApi::list(const RequestContext& request) {
  std::vector<Connection> all = platform_.connections.list(request.company());
  std::size_t from = request.skip();
  if (const auto cursor = cursorOf(request, kConnectionsList))  // the list is ordered by id
    for (const Connection& connection : all) from += connection.key.connection <= *cursor ? 1U : 0U;
  from = std::min(from, all.size());
  const std::size_t to = std::min<std::size_t>(from + request.limit(), all.size());
  AskConnections::Connections onPage;
  for (std::size_t i = from; i < to; ++i)
    if (auto connection = hub_.find(all[i].key)) onPage.push_back(std::move(connection));
  return collectionPage(request, all.size(), views_.of(onPage),
                        to < all.size()
                            ? std::optional(encodeCursor(kConnectionsList, all[to - 1].key.connection))
                            : std::nullopt);
}

WebResponse ConnectionsApi::get(const RequestContext& request) {
  return ok(views_.of(connectionOf(hub_, request)));
}

// A file that PUT takes back, here or elsewhere: without secrets, which stay as they are.
WebResponse ConnectionsApi::settings(const RequestContext& request) {
  const auto connection = connectionOf(hub_, request);
  Json settings = integration::parseJson(connection->status().settings.text, "the plugin's settings");
  for (const std::string& name : connection->manifest().secretNames()) settings.erase(name);
  WebResponse answer = jsonTextAnswer(200, settings.dump(2) + "\n");
  answer.headers.push_back(
      {"Content-Disposition",
       "attachment; filename=\"" + connection->connection().integration + "-settings.json\""});
  return answer;
}

// With dryRun=true nothing is kept: it answers what saving would change.
WebResponse ConnectionsApi::saveSettings(const RequestContext& request) {
  const bool dryRun = isDryRun(request);
  const auto connection = connectionOf(hub_, request);
  Json settings = request.bodyObject();
  connection->manifest().validateSettings(integration::dumpJson(settings));
  // A secret that the user types is offered to the plugin under its name, and its name is all that
  // settings carry.
  OfferedSecrets offered;
  for (const std::string& name : connection->manifest().secretNames()) {
    const auto given = settings.find(name);
    if (given == settings.end() || !given->is_string()) continue;
    offered[name] = given->get<std::string>();
    *given = name;
  }
  if (dryRun) {
    const auto preview = connection->preview(request.user().id, integration::dumpJson(settings), offered);
    return ok(settingsPreviewView(*connection, preview, mayTake(request.user().role, Right::newHires)));
  }
  const Claims::Claim claim(changing_, connection->key().connection, connectionIsBeingChanged());
  const AuditedAction action = audited(request, "connection.settings", connection->key().connection);
  connection->configure({request.user().id, action}, integration::dumpJson(settings), offered);
  action.finish(platform_.audit);
  return ok(views_.of(connection));
}

WebResponse ConnectionsApi::enable(const RequestContext& request) {
  const auto connection = connectionOf(hub_, request);
  const Claims::Claim claim(changing_, connection->key().connection, connectionIsBeingChanged());
  Json answer = {{"requestUrl", views_.requestUrl(*connection)}};
  if (const std::string& name = connection->manifest().webhookSecret; !name.empty()) {
    auto values = platform_.vault.get(connection->key(), name, unixNow());
    if (values.empty()) {
      platform_.vault.put(connection->key(), name, newToken(), unixNow());
      values = platform_.vault.get(connection->key(), name, unixNow());
    }
    answer["secretToken"] = values.front().value;
  }
  const AuditedAction action = audited(request, "connection.enable", connection->key().connection);
  connection->enable({request.user().id, action});
  action.finish(platform_.audit);
  return ok(answer);
}

WebResponse ConnectionsApi::disable(const RequestContext& request) {
  const auto connection = connectionOf(hub_, request);
  // A change that hangs must not keep the connection from being disabled: its plugin alone is told later.
  connection->stopCalling(audited(request, "connection.disable", connection->key().connection));
  const Claims::Claim claim(changing_, connection->key().connection, pluginIsToBeTold());
  connection->disable(request.user().id);
  return ok(views_.of(connection));
}

WebResponse ConnectionsApi::sync(const RequestContext& request) {
  const auto connection = connectionOf(hub_, request);
  runAudited(platform_, *connection, request,
             audited(request, "connection.sync", connection->key().connection), integration::kSync,
             integration::SyncRequest{});
  return ok(Json::object(), 202);
}

WebResponse ConnectionsApi::rotateSecret(const RequestContext& request) {
  const auto connection = connectionOf(hub_, request);
  const std::string& name = connection->manifest().webhookSecret;
  if (name.empty()) throw Failure(Code::failedPrecondition, "this integration has no secret token");
  const Claims::Claim claim(changing_, connection->key().connection, connectionIsBeingChanged());
  if (platform_.vault.get(connection->key(), name, unixNow()).empty())
    throw Failure(Code::failedPrecondition, "enable the connection first: it has no secret token yet");
  const std::string token = newToken();
  platform_.vault.rotate(connection->key(), name, token, unixNow(),
                         audited(request, "connection.rotate-secret", connection->key().connection));
  // The old one ends 24 h after the first delivery under the new one, which is still to come.
  return ok({{"secretToken", token}, {"previousValidUntil", nullptr}});
}

// Claims nothing: a change that hangs must not keep the connection from being deleted. Once its removal has
// begun, what the change would still write is refused.
WebResponse ConnectionsApi::remove(const RequestContext& request) {
  const auto connection = connectionOf(hub_, request);
  const std::string data = request.query("data").value_or("keep");
  if (data != "keep" && data != "purge")
    throw Failure(Code::invalidArgument, "data must be keep or purge",
                  {{"data", "invalid", "must be keep or purge"}});
  removals_.remove(*connection, data == "keep",
                   audited(request, "connection.delete", connection->key().connection + " " + data));
  return {204, {}, {}};
}

}  // namespace host_stub
