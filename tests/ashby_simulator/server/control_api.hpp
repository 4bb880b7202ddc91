#pragma once

#include <functional>
#include <string>
#include <vector>

#include "world/http_message.hpp"
#include "world/json.hpp"

namespace ashby_simulator {

class Simulator;

/// The API under `/_control/` by which tests and developers drive the world; README.md documents it.
class ControlApi {
 public:
  explicit ControlApi(Simulator& simulator) : simulator_(simulator) {}

  Response answer(const Request& request);

  /// One call: the path's variable parts, the query, the body.
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

/// Entities and actions on them. A body with `"webhooks": false` makes the event reach nobody.
const std::vector<ControlApi::Route>& recruitingRoutes();

/// Webhook settings and deliveries.
const std::vector<ControlApi::Route>& webhookRoutes();

/// Keys, faults, calls seen, clock, settings.
const std::vector<ControlApi::Route>& adminRoutes();

/// What is answered where there is nothing else to tell.
inline Json done() {
  return {{"ok", true}};
}

/// The value of a query parameter; empty when absent.
std::string queryValue(const std::string& query, const std::string& name);

}  // namespace ashby_simulator
