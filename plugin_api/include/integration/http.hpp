// Requests out, sent by the host, and webhooks in, received by the host.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "integration/status.hpp"

namespace integration {

struct Header {
  std::string name;
  std::string value;
};

// Returns the first header of this name, whatever its case; nullopt if there is none.
inline std::optional<std::string_view> findHeader(std::span<const Header> headers, std::string_view name) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  for (const Header& header : headers) {
    if (header.name.size() != name.size()) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < name.size(); ++i) same = lower(header.name[i]) == lower(name[i]);
    if (same) return header.value;
  }
  return std::nullopt;
}

struct HttpRequest {
  // basic: the secret is the user, the password is blank. The host inserts it; the plugin never holds it.
  enum class Auth : std::int32_t { none = 0, basic = 1, bearer = 2 };

  std::string method = "POST";
  std::string url;
  std::vector<Header> headers;
  std::string body;
  Auth auth = Auth::none;
  std::string secret;               // the secret's name
  std::uint32_t timeoutMs = 10000;  // at most 10,000
};

struct HttpOutcome {
  // ok: a whole response arrived, whatever its HTTP status says. Otherwise why there is none:
  // - deadlineExceeded, cancelled
  // - unavailable: not reached, or broken off
  // - permissionDenied: the origin is not in the manifest
  // - failedPrecondition: there is no such secret
  // - resourceExhausted: the response is over 8 MiB
  Code code = Code::ok;
  int httpStatus = 0;
  std::vector<Header> headers;
  std::string body;
  std::string message;
};

// Thread-safe. Only origins that the manifest names; no redirects.
class Http {
 public:
  static constexpr std::size_t kMaxRequests = 16;
  static constexpr std::size_t kMaxResponse = 8 * 1024 * 1024;

  virtual ~Http() = default;
  // Sends all requests together. Returns one outcome each, in their order.
  virtual std::vector<HttpOutcome> send(std::span<const HttpRequest> requests) = 0;
};

// A delivery as it came in; views are borrowed for the call.
struct WebhookRequest {
  std::string_view method;
  std::string_view pathSuffix;
  std::span<const Header> headers;
  std::string_view body;
  std::string_view peer;
  std::int64_t receivedAt = 0;  // Unix ms
  bool bodyWithheld = false;    // larger than 4 MiB, so left out: 413, unless refused whatever its body is
};

struct WebhookReply {
  int httpStatus = 200;
  std::vector<Header> headers;
  std::string body;
};

}  // namespace integration
