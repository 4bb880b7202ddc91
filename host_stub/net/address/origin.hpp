// Where a request goes: what the allow-list of a manifest names, and how tests lead it elsewhere.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace host_stub {

// Compared exactly: scheme and host in lower case, the port always there.
struct Origin {
  std::string scheme;  // "https" or "http"
  std::string host;    // an IPv6 address without its brackets
  std::uint16_t port = 0;

  bool operator==(const Origin&) const = default;
  bool operator<(const Origin& other) const {
    return std::tie(scheme, host, port) < std::tie(other.scheme, other.host, other.port);
  }
  std::string authority() const;  // as the Host header says it: without a default port
  std::string text() const { return scheme + "://" + authority(); }
};

struct Url {
  Origin origin;
  std::string target;  // path and query as given, "/" where there is none
};

// Strict: http or https, no user-info, no fragment, no character that an encoder would have escaped.
// Throws Failure(invalidArgument), which doesn't repeat the URL.
Url parseUrl(std::string_view text);

// A URL without path and query.
Origin parseOrigin(std::string_view text);

using Origins = std::set<Origin>;

// Sends requests for `from` to `to`, on this machine. For tests.
struct OriginOverride {
  Origin from;
  Origin to;
};

// "https://api.ashbyhq.com=http://127.0.0.1:9000". Throws Failure(invalidArgument) unless the target is
// loopback.
OriginOverride parseRoute(std::string_view text);

}  // namespace host_stub
