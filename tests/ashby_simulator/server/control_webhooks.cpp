#include <optional>
#include <string>
#include <utility>

#include "server/control_api.hpp"
#include "server/simulator.hpp"
#include "world/documents.hpp"

namespace ashby_simulator {
namespace {

using Call = ControlApi::Call;
using Route = ControlApi::Route;
using documents::ActionError;

Json shown(const WebhookSetting& setting) {
  return {{"id", setting.id},
          {"webhookType", setting.type},
          {"requestUrl", setting.url},
          {"secretToken", setting.secret ? Json(*setting.secret) : Json()},
          {"enabled", setting.enabled}};
}

Json shownWebhook(Call& call, const std::string& id) {
  return call.simulator.withWorld([&](World& world, Millis) {
    const WebhookSetting* setting = world.outbox.find(id);
    if (setting == nullptr) throw ActionError("no webhook with id '" + id + "'");
    return shown(*setting);
  });
}

std::optional<std::string> optionalText(const Json& body, const char* name) {
  const Json& value = member(body, name);
  return value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
}

/// Saves a webhook as the Ashby admin does: without an API key, and the secret is optional.
Json addWebhook(Call& call) {
  const auto id = call.simulator.withWorld([&](World& world, Millis) {
    return world.outbox.create(call.body.value("webhookType", "applicationUpdate"),
                               call.body.at("requestUrl").get<std::string>(),
                               optionalText(call.body, "secretToken"));
  });
  if (!id) throw ActionError("Duplicate webhook: this type and URL exist already");
  call.simulator.ping(*id);
  return shownWebhook(call, *id);
}

Json editWebhook(Call& call) {
  const std::string& id = call.ids.front();
  shownWebhook(call, id);
  const Json& enabled = member(call.body, "enabled");
  const bool saved = call.simulator.withWorld([&](World& world, Millis) {
    return world.outbox.update(
        id, {enabled.is_null() ? std::nullopt : std::optional(enabled.get<bool>()),
             optionalText(call.body, "requestUrl"), optionalText(call.body, "secretToken")});
  });
  if (!saved) throw ActionError("Duplicate webhook: this type and URL exist already");
  call.simulator.ping(id);
  return shownWebhook(call, id);
}

Json removeWebhook(Call& call) {
  shownWebhook(call, call.ids.front());
  call.simulator.withWorld([&](World& world, Millis) { world.outbox.remove(call.ids.front()); });
  return done();
}

/// Sends an event of any type, such as those without an action here: pushToHRIS, jobUpdate, surveySubmit, ...
Json sendEvent(Call& call) {
  const std::string action = call.body.at("action").get<std::string>();
  const Json data = member(call.body, "data").is_object() ? call.body.at("data") : Json::object();
  call.simulator.withWorld(
      [&](World& world, Millis now) { world.outbox.emit(action, data, world.ids.uuid(), now); });
  return done();
}

Json listWebhooks(Call& call) {
  return call.simulator.withWorld([](World& world, Millis) {
    Json list = Json::array();
    for (const auto& [id, setting] : world.outbox.settings()) list.push_back(shown(setting));
    return list;
  });
}

Json shown(const Delivery& delivery) {
  Json attempts = Json::array();
  for (const Attempt& attempt : delivery.attempts) {
    attempts.push_back(
        {{"at", isoTime(attempt.at)}, {"status", attempt.outcome.status}, {"error", attempt.outcome.error}});
  }
  return {{"id", std::to_string(delivery.id)},
          {"webhookId", delivery.settingId},
          {"action", delivery.action},
          {"webhookActionId", delivery.actionId},
          {"state", nameOf(delivery.state)},
          {"createdAt", isoTime(delivery.createdAt)},
          {"nextAt", delivery.state == DeliveryState::pending ? Json(isoTime(delivery.nextAt)) : Json()},
          {"attempts", std::move(attempts)}};
}

Json listDeliveries(Call& call) {
  const std::string action = queryValue(call.query, "action");
  const std::string state = queryValue(call.query, "state");
  return call.simulator.withWorld([&](World& world, Millis) {
    Json list = Json::array();
    for (const auto& [id, delivery] : world.outbox.deliveries()) {
      const bool wanted =
          (action.empty() || delivery.action == action) && (state.empty() || state == nameOf(delivery.state));
      if (wanted) list.push_back(shown(delivery));
    }
    return list;
  });
}

std::uint64_t deliveryId(const Call& call) {
  const std::string& text = call.ids.front();
  if (text.size() > 18 || text.find_first_not_of("0123456789") != std::string::npos) return 0;
  return std::stoull(text);
}

Json oneDelivery(Call& call) {
  return call.simulator.withWorld([&](World& world, Millis) {
    const auto found = world.outbox.deliveries().find(deliveryId(call));
    if (found == world.outbox.deliveries().end())
      throw ActionError("no delivery with id '" + call.ids.front() + "'");
    Json delivery = shown(found->second);
    delivery["body"] = found->second.body;
    return delivery;
  });
}

Json redeliver(Call& call) {
  const bool queued = call.simulator.withWorld(
      [&](World& world, Millis now) { return world.outbox.redeliver(deliveryId(call), now); });
  if (!queued) throw ActionError("no delivery with id '" + call.ids.front() + "', or its webhook is gone");
  return done();
}

}  // namespace

const std::vector<Route>& webhookRoutes() {
  static const std::vector<Route> kRoutes = {
      {"POST", "/_control/webhooks", addWebhook},
      {"POST", "/_control/events", sendEvent},
      {"GET", "/_control/webhooks", listWebhooks},
      {"PATCH", "/_control/webhooks/*", editWebhook},
      {"DELETE", "/_control/webhooks/*", removeWebhook},
      {"GET", "/_control/deliveries", listDeliveries},
      {"GET", "/_control/deliveries/*", oneDelivery},
      {"POST", "/_control/deliveries/*/redeliver", redeliver},
  };
  return kRoutes;
}

}  // namespace ashby_simulator
