#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "world/world.hpp"

namespace ashby_simulator::test {

/// 2026-11-23T10:00:00.000Z
inline constexpr Millis kNow = 1'795'428'000'000;

inline std::string fixture(const std::string& name) {
  std::ifstream file(std::string(ASHBY_FIXTURES) + "/" + name, std::ios::binary);
  if (!file) throw std::runtime_error("no fixture " + name);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

inline Json fixtureJson(const std::string& name) {
  return Json::parse(fixture(name));
}

/// The one key of these tests, and `Basic base64("<key>:")` for it.
inline constexpr const char* kKey = "test-key";
inline constexpr const char* kAuthorization = "Basic dGVzdC1rZXk6";

inline Request post(const std::string& endpoint, const Json& parameters,
                    const std::string& authorization = kAuthorization) {
  Request request{"POST", "/" + endpoint, {{"Content-Type", "application/json"}}, parameters.dump()};
  if (!authorization.empty()) request.headers.emplace_back("authorization", authorization);
  return request;
}

/// A world with one key and a call that returns the body. The key has all permissions, but sees neither
/// confidential jobs nor private fields outside offers.
struct TestWorld {
  TestWorld() : world(1) {
    auto scopes = ApiKeys::readScopes();
    scopes.insert("apiKeys:write");
    key = &world.api.keys.add("test", scopes, kKey, kNow);
  }

  Json call(const std::string& endpoint, const Json& parameters = Json::object()) {
    return Json::parse(world.answer(post(endpoint, parameters), now).body);
  }

  Json results(const std::string& endpoint, const Json& parameters) {
    const Json answer = call(endpoint, parameters);
    if (answer.at("success") != true) throw std::runtime_error(endpoint + " answered " + answer.dump());
    return answer.at("results");
  }

  std::string errorCode(const std::string& endpoint, const Json& parameters) {
    return call(endpoint, parameters).at("errorInfo").at("code").get<std::string>();
  }

  /// Creates a webhook setting and answers its ping; returns the setting's id.
  std::string webhook(const std::string& type, const std::string& url = "http://127.0.0.1/hook") {
    const std::string id = world.outbox.create(type, url, "secret").value();
    world.delivered(world.outbox.pingOf(id, now)->deliveryId, {200, ""}, now);
    return id;
  }

  /// Answers all webhooks that are due now with `status`; returns their bodies.
  std::vector<Json> deliver(int status = 200) {
    std::vector<Json> bodies;
    for (const Outgoing& outgoing : world.due(now)) {
      bodies.push_back(Json::parse(outgoing.body));
      world.delivered(outgoing.deliveryId, {status, ""}, now);
    }
    return bodies;
  }

  World world;
  ApiKey* key = nullptr;
  Millis now = kNow;
};

inline const std::string* header(const Response& response, const std::string& name) {
  return findHeader(response.headers, name);
}

}  // namespace ashby_simulator::test
