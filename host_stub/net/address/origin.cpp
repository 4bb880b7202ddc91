#include "net/address/origin.hpp"

#include <Poco/Net/IPAddress.h>

#include <algorithm>
#include <charconv>

#include "integration/status.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;

[[noreturn]] void refuse(const std::string& message) {
  throw Failure(Code::invalidArgument, message);
}

std::uint16_t defaultPort(std::string_view scheme) {
  return scheme == "https" ? 443 : 80;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool isHostName(std::string_view host) {
  return !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  });
}

// Returns whether RFC 3986 allows the character unescaped; parsers disagree about every other one.
bool isTargetCharacter(char c) {
  return c > ' ' && c < 0x7f && std::string_view("\"<>\\^`{|}#").find(c) == std::string_view::npos;
}

std::uint16_t parsePort(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port == 0)
    refuse("The URL's port must be a number from 1 to 65535.");
  return port;
}

Origin parseAuthority(const std::string& scheme, std::string_view authority) {
  if (authority.find('@') != std::string_view::npos)
    refuse("A URL may not carry a user name or password: name a secret instead.");
  std::string host;
  std::string_view rest;
  if (authority.starts_with('[')) {
    const std::size_t close = authority.find(']');
    Poco::Net::IPAddress address;
    if (close == std::string_view::npos ||
        !Poco::Net::IPAddress::tryParse(std::string(authority.substr(1, close - 1)), address) ||
        address.family() != Poco::Net::IPAddress::IPv6)
      refuse("What stands in brackets in the URL must be an IPv6 address.");
    host = address.toString();
    rest = authority.substr(close + 1);
  } else {
    const std::size_t colon = std::min(authority.find(':'), authority.size());
    host = lowered(authority.substr(0, colon));
    rest = authority.substr(colon);
    if (!isHostName(host)) refuse("The URL needs a host name of letters, digits, dots and hyphens.");
  }
  if (rest.empty()) return {scheme, host, defaultPort(scheme)};
  if (!rest.starts_with(':')) refuse("The URL's host must be followed by a port or a path.");
  return {scheme, host, parsePort(rest.substr(1))};
}

bool isLoopback(const std::string& host) {
  if (host == "localhost") return true;
  Poco::Net::IPAddress address;
  return Poco::Net::IPAddress::tryParse(host, address) && address.isLoopback();
}

}  // namespace

std::string Origin::authority() const {
  std::string out = host.find(':') == std::string::npos ? host : "[" + host + "]";
  return port == defaultPort(scheme) ? out : out + ":" + std::to_string(port);
}

Url parseUrl(std::string_view text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos) refuse("A URL must be absolute: https://host/path.");
  std::string scheme = lowered(text.substr(0, colon));
  if (scheme != "https" && scheme != "http") refuse("A URL must start with https:// or http://.");
  if (!std::all_of(text.begin(), text.end(), isTargetCharacter))
    refuse("A URL may not hold a fragment, blanks, backslashes or other characters that must be escaped.");

  const std::string_view rest = text.substr(colon + 3);
  const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
  Url url{parseAuthority(scheme, rest.substr(0, end)), std::string(rest.substr(end))};
  if (!url.target.starts_with('/')) url.target.insert(0, "/");
  return url;
}

Origin parseOrigin(std::string_view text) {
  Url url = parseUrl(text);
  if (url.target != "/") refuse("An origin is scheme, host and port only: https://host.");
  return std::move(url.origin);
}

OriginOverride parseRoute(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos)
    refuse("A route has the form https://api.example.com=http://127.0.0.1:9000.");
  OriginOverride route{parseOrigin(text.substr(0, equals)), parseOrigin(text.substr(equals + 1))};
  if (!isLoopback(route.to.host))
    refuse("A route must lead to this machine (127.0.0.0/8, [::1] or localhost), not to " + route.to.text() +
           ".");
  return route;
}

}  // namespace host_stub
