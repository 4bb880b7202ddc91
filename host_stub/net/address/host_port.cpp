#include "net/address/host_port.hpp"

#include <Poco/Ascii.h>
#include <Poco/String.h>

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <charconv>

#include "integration/status.hpp"
#include "integration/text/trimmed.hpp"

namespace host_stub {
namespace {

namespace ip = boost::asio::ip;

[[noreturn]] void refuseAddress(const std::string& sentence) {
  throw integration::Failure(integration::Code::invalidArgument, sentence);
}

bool isIpv6(const std::string& text) {
  boost::system::error_code error;
  ip::make_address_v6(text, error);
  return !error;
}

std::uint16_t readPort(const std::string& text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > 65535)
    refuseAddress("needs a port from 0 to 65535 behind the last colon, such as 127.0.0.1:8080");
  return static_cast<std::uint16_t>(value);
}

// "[::1]:8080"
HostPort readBracketed(const std::string& text) {
  const std::size_t close = text.find(']');
  const std::string inside = close == std::string::npos ? "" : text.substr(1, close - 1);
  if (!isIpv6(inside))
    refuseAddress("must hold an IPv6 address between its brackets, such as [::1]:8080; others stand without");
  if (inside.find('%') != std::string::npos)
    refuseAddress("can't hold an address with a zone (%): write [::]:8080, or an address without one");
  const std::string rest = text.substr(close + 1);
  if (!rest.starts_with(':')) refuseAddress("has no port: write [" + inside + "]:8080");
  HostPort address{plainAddress(inside), 0};
  address.port = readPort(rest.substr(1));
  return address;
}

[[noreturn]] void refuseBareIpv6(const std::string& text, const std::string& host, const std::string& port) {
  std::string right = "[::1]:8080";
  if (isIpv6(text))
    right = isIpv6(host) ? "[" + host + "]:" + port + " or [" + text + "]:8080" : "[" + text + "]:8080";
  else if (isIpv6(host))
    right = "[" + host + "]:" + port;
  refuseAddress("must have brackets around an IPv6 address: write " + right);
}

// Names of hosts, and Docker's service names with their underscores.
void checkName(const std::string& host) {
  const bool sound =
      host.size() <= 253 && std::all_of(host.begin(), host.end(), [](char c) {
        return Poco::Ascii::isAlphaNumeric(static_cast<unsigned char>(c)) || c == '.' || c == '-' || c == '_';
      });
  if (!sound) refuseAddress("names no host: write a name or an IP address, such as 127.0.0.1:8080");
  boost::system::error_code error;
  const bool isNumeric = host.find_first_not_of("0123456789.") == std::string::npos;
  if (isNumeric && (ip::make_address_v4(host, error), error))
    refuseAddress("needs the four numbers of an IPv4 address, such as 127.0.0.1:8080");
}

}  // namespace

std::string HostPort::text() const {
  return (isIpv6(host) ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

bool HostPort::isLoopback() const {
  boost::system::error_code error;
  const ip::address address = ip::make_address(host, error);
  return host == "localhost" || (!error && address.is_loopback());
}

bool HostPort::isUnspecified() const {
  boost::system::error_code error;
  const ip::address address = ip::make_address(host, error);
  return !error && address.is_unspecified();
}

HostPort parseHostPort(std::string_view given) {
  const std::string text = Poco::toLower(std::string(integration::text::trimmed(given)));
  if (text.find("://") != std::string::npos)
    refuseAddress("must be HOST:PORT and no URL, such as 127.0.0.1:8080");
  if (text.starts_with('[')) return readBracketed(text);
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) refuseAddress("must be HOST:PORT, such as 127.0.0.1:8080");
  HostPort address{text.substr(0, colon), 0};
  const std::string port = text.substr(colon + 1);
  if (address.host.find(':') != std::string::npos) refuseBareIpv6(text, address.host, port);
  address.port = readPort(port);
  if (address.host.empty() || address.host == "*")
    refuseAddress("names no host: write 0.0.0.0:" + port + " or [::]:" + port +
                  " for all addresses of this machine, 127.0.0.1:" + port + " for this machine alone");
  checkName(address.host);
  return address;
}

std::string plainAddress(const std::string& text) {
  boost::system::error_code error;
  const ip::address address = ip::make_address(text, error);
  if (error) return text;
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    return ip::make_address_v4(ip::v4_mapped, address.to_v6()).to_string();
  return address.to_string();
}

}  // namespace host_stub
