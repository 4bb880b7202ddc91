#pragma once

#include <functional>
#include <string>
#include <vector>

#include "world/http_message.hpp"
#include "world/json.hpp"

namespace ashby_simulator {

class Simulator;

/// The API under `/_control/`, by which tests and developers control the world. README.md documents it.
class ControlApi {
 public:
  explicit ControlApi(Simulator& simulator) : simulator_(simulator) {}

  Response answer(const Request& request);

  /// One call, with the variable parts of its path.
  struct Call {
    Simulator& simulator;
    std::vector<std::string> ids;
    std::string query;
    Json body;
  };
  struct Route {
    const char* method;
    const char* path;  ///< `*` stands for an id.
    std::function<Json(Call&)> run;
  };

 private:
  Simulator& simulator_;
};

/// Returns the routes for entities and actions on them. With `"webhooks": false` in the body, an action sends
/// no webhook.
const std::vector<ControlApi::Route>& recruitingRoutes();

/// Returns the routes for webhook settings and deliveries.
const std::vector<ControlApi::Route>& webhookRoutes();

/// Returns the routes for keys, faults, seen calls, clock and settings.
const std::vector<ControlApi::Route>& adminRoutes();

/// Returns the answer to a call that has nothing else to tell.
inline Json done() {
  return {{"ok", true}};
}

/// Returns the value of a query parameter; empty if it is absent.
std::string queryValue(const std::string& query, const std::string& name);

}  // namespace ashby_simulator
