#include <algorithm>
#include <stdexcept>
#include <utility>

#include "server/control_api.hpp"
#include "server/simulator.hpp"
#include "world/documents.hpp"

namespace ashby_simulator {
namespace {

using Call = ControlApi::Call;
using Route = ControlApi::Route;
using documents::ActionError;

std::set<std::string> scopesOf(const Json& given) {
  return given.is_null() ? ApiKeys::readScopes() : given.get<std::set<std::string>>();
}

Json shown(const ApiKey& key) {
  return {{"id", key.id},
          {"key", key.key},
          {"title", key.title},
          {"scopes", key.scopes},
          {"active", key.active},
          {"confidential", key.confidential},
          {"privateFields", key.privateFields}};
}

Json addKey(Call& call) {
  return call.simulator.withWorld([&](World& world, Millis now) {
    ApiKey& key = world.api.keys.add(call.body.value("title", "HR platform import"),
                                     scopesOf(member(call.body, "scopes")), textOf(call.body, "key"), now);
    key.confidential = member(call.body, "confidential") == true;
    key.privateFields = member(call.body, "privateFields") == true;
    return shown(key);
  });
}

Json editKey(Call& call) {
  return call.simulator.withWorld([&](World& world, Millis) {
    ApiKey* key = world.api.keys.find(call.ids.front());
    if (key == nullptr) throw ActionError("no API key with id '" + call.ids.front() + "'");
    if (call.body.contains("scopes")) {
      auto scopes = scopesOf(call.body.at("scopes"));
      ApiKeys::checkScopes(scopes);
      key->scopes = std::move(scopes);
    }
    key->active = call.body.value("active", key->active);
    key->confidential = call.body.value("confidential", key->confidential);
    key->privateFields = call.body.value("privateFields", key->privateFields);
    return shown(*key);
  });
}

Json listKeys(Call& call) {
  return call.simulator.withWorld([](World& world, Millis) {
    Json list = Json::array();
    for (const auto& [id, key] : world.api.keys.all()) list.push_back(shown(key));
    return list;
  });
}

Json addFault(Call& call) {
  Fault fault;
  fault.kind = call.body.at("kind").get<std::string>();
  fault.endpoint = textOf(call.body, "endpoint");
  fault.bodyContains = textOf(call.body, "bodyContains");
  fault.remaining = call.body.value("times", -1);
  fault.status = call.body.value("status", fault.kind == "errorForm" ? 403 : 500);
  fault.code = call.body.value(
      "code", fault.kind == "errorForm" ? "missing_endpoint_permission" : "generic_internal_error");
  if (call.body.contains("patch")) fault.patch = call.body.at("patch").dump();
  if (call.body.contains("retryAfter")) fault.retryAfter = call.body.at("retryAfter").get<int>();
  fault.partnerScope = member(call.body, "partnerScope") == true;
  call.simulator.withWorld([&](World& world, Millis) { world.api.faults.add(fault); });
  return done();
}

Json listFaults(Call& call) {
  return call.simulator.withWorld([](World& world, Millis) {
    Json list = Json::array();
    for (const Fault& fault : world.api.faults.all()) {
      list.push_back({{"kind", fault.kind},
                      {"endpoint", fault.endpoint},
                      {"bodyContains", fault.bodyContains},
                      {"times", fault.remaining}});
    }
    return list;
  });
}

Json clearFaults(Call& call) {
  call.simulator.withWorld([](World& world, Millis) { world.api.faults.clear(); });
  return done();
}

Json expireTokens(Call& call) {
  call.simulator.withWorld([&](World& world, Millis) {
    if (call.body.value("syncTokens", true)) world.api.pager.expireSyncTokens();
    if (call.body.value("cursors", true)) world.api.pager.expireCursors();
  });
  return done();
}

Json listCalls(Call& call) {
  const std::string endpoint = queryValue(call.query, "endpoint");
  return call.simulator.withWorld([&](World& world, Millis) -> Json {
    Json list = Json::array();
    for (const SeenCall& seen : world.api.calls()) {
      if (!endpoint.empty() && seen.endpoint != endpoint) continue;
      list.push_back({{"at", isoTime(seen.at)},
                      {"endpoint", seen.endpoint},
                      {"status", seen.status},
                      {"errorCode", seen.errorCode},
                      {"keyId", seen.keyId}});
    }
    return {{"counts", world.api.callCounts()}, {"calls", std::move(list)}};
  });
}

Json clearCalls(Call& call) {
  call.simulator.withWorld([](World& world, Millis) { world.api.clearCalls(); });
  return done();
}

const char* nameOf(Api::ResetForm form) {
  return form == Api::ResetForm::secondsLeft   ? "secondsLeft"
         : form == Api::ResetForm::unixSeconds ? "unixSeconds"
                                               : "unixMillis";
}

Api::ResetForm resetFormOf(const std::string& name) {
  for (const auto form :
       {Api::ResetForm::secondsLeft, Api::ResetForm::unixSeconds, Api::ResetForm::unixMillis}) {
    if (name == nameOf(form)) return form;
  }
  throw std::invalid_argument("'rateLimitReset' must be secondsLeft, unixSeconds or unixMillis");
}

Json settings(Call& call) {
  return call.simulator.withWorld([&](World& world, Millis now) -> Json {
    return {{"now", isoTime(now)},
            {"speed", call.simulator.clock.speed()},
            {"rateLimit", world.api.rateLimiter.limit},
            {"rateLimitWindowMs", world.api.rateLimiter.windowLength},
            {"rateLimitReset", nameOf(world.api.resetForm)},
            {"advanceOnOfferAccepted", world.recruiting.advanceOnOfferAccepted},
            {"offerFormFields", world.records.offerFormFields},
            {"syncTokenLifetimeMs", world.api.pager.syncTokenLifetime},
            {"largestIncrement", world.api.pager.largestIncrement},
            {"deliveriesPaused", call.simulator.deliveriesPaused()},
            {"deliveryTimeoutMs", call.simulator.sender.timeoutMs.load()},
            {"hangMs", call.simulator.hangMs.load()},
            {"candidates", world.records.candidates.size()},
            {"applications", world.records.applications.size()}};
  });
}

Json editSettings(Call& call) {
  const Json given = documents::merged(settings(call), call.body, "settings", {"advanceMs"});
  for (const char* fixed : {"now", "candidates", "applications"}) {
    if (call.body.contains(fixed)) throw ActionError("'" + std::string(fixed) + "' can't be set");
  }
  if (call.body.contains("speed")) call.simulator.setSpeed(given.at("speed").get<double>());
  if (call.body.contains("advanceMs")) call.simulator.advance(given.at("advanceMs").get<Millis>());
  call.simulator.withWorld([&](World& world, Millis) {
    world.api.rateLimiter.limit = given.at("rateLimit").get<int>();
    world.api.rateLimiter.windowLength = given.at("rateLimitWindowMs").get<Millis>();
    world.api.resetForm = resetFormOf(given.at("rateLimitReset").get<std::string>());
    world.recruiting.advanceOnOfferAccepted = given.at("advanceOnOfferAccepted").get<bool>();
    world.records.offerFormFields = given.at("offerFormFields").get<int>();
    world.api.pager.syncTokenLifetime = given.at("syncTokenLifetimeMs").get<Millis>();
    world.api.pager.largestIncrement = given.at("largestIncrement").get<std::size_t>();
  });
  call.simulator.sender.timeoutMs = given.at("deliveryTimeoutMs").get<int>();
  call.simulator.hangMs = given.at("hangMs").get<int>();
  call.simulator.pauseDeliveries(given.at("deliveriesPaused").get<bool>());
  return settings(call);
}

Json reset(Call& call) {
  call.simulator.reset(call.body.value("seed", std::uint64_t{1}));
  return done();
}

}  // namespace

const std::vector<Route>& adminRoutes() {
  static const std::vector<Route> kRoutes = {
      {"GET", "/_control/settings", settings},     {"PATCH", "/_control/settings", editSettings},
      {"POST", "/_control/reset", reset},          {"POST", "/_control/api-keys", addKey},
      {"GET", "/_control/api-keys", listKeys},     {"PATCH", "/_control/api-keys/*", editKey},
      {"POST", "/_control/faults", addFault},      {"GET", "/_control/faults", listFaults},
      {"DELETE", "/_control/faults", clearFaults}, {"POST", "/_control/tokens/expire", expireTokens},
      {"GET", "/_control/calls", listCalls},       {"DELETE", "/_control/calls", clearCalls},
  };
  return kRoutes;
}

}  // namespace ashby_simulator
