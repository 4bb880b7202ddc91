#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ashby_simulator {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Returns the value of a header, ignoring the case of its name; null if it is absent.
const std::string* findHeader(const Headers& headers, const std::string& name);

struct Request {
  std::string method;
  std::string path;
  Headers headers;
  std::string body;
};

struct Response {
  /// The way the network treats the answer.
  enum class Transport { whole, halfBody, hang, drop };

  int status = 200;
  Headers headers;
  std::string body;
  Transport transport = Transport::whole;

  std::string errorCode;  ///< Of a refusal; empty for a success.

  /// The id of a saved webhook setting. Its ping must be sent and settled before the answer (World::settled).
  std::optional<std::string> savedWebhook;
};

}  // namespace ashby_simulator
