#include "server/control_api.hpp"

#include <Poco/URI.h>

#include <optional>
#include <sstream>
#include <stdexcept>

#include "world/documents.hpp"

namespace ashby_simulator {
namespace {

std::vector<std::string> segmentsOf(const std::string& path) {
  std::vector<std::string> segments;
  std::istringstream stream(path);
  for (std::string segment; std::getline(stream, segment, '/');) {
    if (!segment.empty()) segments.push_back(segment);
  }
  return segments;
}

/// Returns the variable parts of the path; null if the path isn't this route's.
std::optional<std::vector<std::string>> matched(const char* route, const std::vector<std::string>& path) {
  const auto pattern = segmentsOf(route);
  if (pattern.size() != path.size()) return std::nullopt;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (pattern[i] == "*") {
      ids.push_back(path[i]);
    } else if (pattern[i] != path[i]) {
      return std::nullopt;
    }
  }
  return ids;
}

Response answered(int status, const Json& body) {
  Response response;
  response.status = status;
  response.headers = {{"Content-Type", "application/json"}};
  response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  return response;
}

}  // namespace

Response ControlApi::answer(const Request& request) {
  const auto question = request.path.find('?');
  const std::string path = request.path.substr(0, question);
  const std::string query = question == std::string::npos ? "" : request.path.substr(question + 1);
  const auto segments = segmentsOf(path);
  try {
    for (const auto* routes : {&recruitingRoutes(), &webhookRoutes(), &adminRoutes()}) {
      for (const Route& route : *routes) {
        auto ids = matched(route.path, segments);
        if (!ids || request.method != route.method) continue;
        const auto body = request.body.empty() ? Json::object() : parseJson(request.body);
        if (!body || !body->is_object()) return answered(400, {{"error", "the body must be a JSON object"}});
        Call call{simulator_, std::move(*ids), query, *body};
        return answered(200, route.run(call));
      }
    }
    return answered(404, {{"error", "no such control call: " + request.method + " " + path}});
  } catch (const documents::ActionError& error) {
    return answered(400, {{"error", error.what()}});
  } catch (const std::invalid_argument& error) {
    return answered(400, {{"error", error.what()}});
  } catch (const Json::exception& error) {
    return answered(400, {{"error", std::string("a field has the wrong type: ") + error.what()}});
  }
}

std::string queryValue(const std::string& query, const std::string& name) {
  for (const auto& [key, value] : Poco::URI("/?" + query).getQueryParameters()) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace ashby_simulator
