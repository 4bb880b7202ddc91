#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ashby_simulator {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// The value of a header, its name compared without regard to case; null when absent.
const std::string* findHeader(const Headers& headers, const std::string& name);

struct Request {
  std::string method;
  std::string path;
  Headers headers;
  std::string body;
};

struct Response {
  /// What the network makes of the answer.
  enum class Transport { whole, halfBody, hang, drop };

  int status = 200;
  Headers headers;
  std::string body;
  Transport transport = Transport::whole;

  std::string errorCode;  ///< Of a refusal; empty for a success.

  /// A webhook setting was saved: its ping is to be sent and settled before the answer (World::settled) goes
  /// out.
  std::optional<std::string> savedWebhook;
};

}  // namespace ashby_simulator
