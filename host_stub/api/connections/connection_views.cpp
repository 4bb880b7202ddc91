#include "api/connections/connection_views.hpp"

#include "hosting/crashes/plugin_failures.hpp"
#include "integration/extensions.hpp"
#include "integration/time.hpp"

namespace host_stub {

using integration::Json;

// The part of a connection's view that its plugin tells.
struct ToldByPlugin {
  Json state;
  std::string health;
  Json settings = Json::object();
  Json extensions = Json::array();
  Json lastWebhookAt = nullptr;
  Json lastImportAt = nullptr;
};

namespace {

// The extensions that people are offered if the plugin has them.
constexpr const char* kOffered[] = {integration::kSync,         integration::kExplain,
                                    integration::kActivity,     integration::kRetry,
                                    integration::kStartCatchUp, integration::kSourceChoices};

// Returns what the plugin tells. Throws what goes wrong.
ToldByPlugin toldBy(LiveConnection& connection) {
  const integration::ConnectionStatus status = connection.status();
  ToldByPlugin told{integration::toJson(status.state), status.health};
  told.settings = integration::parseJson(status.settings.text, "the plugin's settings");
  for (const char* id : kOffered)
    if (connection.supports(id)) told.extensions.push_back(id);
  told.lastWebhookAt = integration::toJson(status.lastWebhookAt);
  told.lastImportAt = integration::toJson(status.lastImportAt);
  return told;
}

// Returns what is shown of a connection whose plugin tells nothing: it can be seen, and deleted, all the
// same.
ToldByPlugin withoutPlugin(const LiveConnection& connection, const std::string& reason) {
  if (connection.unavailable())
    return {"unavailable", "Nothing of it can be shown or imported: " + reason + "."};
  if (connection.enablement() == Enablement::enabling)
    return {"enabling", "Being enabled: deliveries are taken already, and all else follows in a moment."};
  return {isDisabled(connection.enablement()) ? "disabled" : "failing",
          "The plugin can't tell how the connection is: " + reason + "."};
}

}  // namespace

std::string ConnectionViews::requestUrl(const LiveConnection& connection) const {
  return publicUrl_ + "/hooks/" + connection.connection().urlToken;
}

Json ConnectionViews::of(const std::shared_ptr<LiveConnection>& connection) {
  return of(AskConnections::Connections{connection}).front();
}

Json ConnectionViews::of(const AskConnections::Connections& connections) {
  const auto results = hub_.asks().ask<ToldByPlugin>(
      connections, "status", ConnectionHub::kAnswerWithin,
      [](LiveConnection& connection, std::size_t) { return toldBy(connection); });
  Json views = Json::array();
  for (std::size_t i = 0; i < connections.size(); ++i) {
    const LiveConnection& connection = *connections[i];
    if (results[i].answer) {
      views.push_back(viewOf(connection, *results[i].answer));
      continue;
    }
    const std::string& reason = results[i].outcome.reason;
    tellFailure(platform_, connection, "status", reason);
    views.push_back(viewOf(connection, withoutPlugin(connection, reason)));
  }
  return views;
}

void ConnectionViews::addSecrets(const LiveConnection& connection, ToldByPlugin& told) {
  for (const std::string& name : connection.manifest().secretNames()) {
    const auto masked = platform_.vault.masked(connection.key(), name, unixNow());
    told.settings[name] = masked ? Json(*masked) : Json(nullptr);
  }
}

Json ConnectionViews::viewOf(const LiveConnection& connection, ToldByPlugin told) {
  try {
    if (!connection.unavailable()) addSecrets(connection, told);
  } catch (const std::exception& failure) {
    told.state = "failing";
    told.health = "Its secrets can't be read: " + std::string(failure.what()) + ".";
  }
  // Members who wonder why nobody is told of a hire look here.
  if (const std::string mails = platform_.mailHealth.problem(); !mails.empty()) told.health += " " + mails;
  return {{"id", connection.key().connection},
          {"integration", connection.connection().integration},
          {"name", connection.connection().name},
          {"state", std::move(told.state)},
          {"health", std::move(told.health)},
          {"requestUrl", requestUrl(connection)},
          {"settings", std::move(told.settings)},
          {"extensions", std::move(told.extensions)},
          {"lastWebhookAt", std::move(told.lastWebhookAt)},
          {"lastImportAt", std::move(told.lastImportAt)},
          {"createdAt", integration::formatTime(connection.connection().createdAt)}};
}

}  // namespace host_stub
