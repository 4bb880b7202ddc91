#include "net/address/trusted_proxies.hpp"

#include <Poco/String.h>

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <optional>

#include "integration/status.hpp"
#include "integration/text/trimmed.hpp"
#include "net/address/host_port.hpp"

namespace host_stub {
namespace {

namespace ip = boost::asio::ip;
using integration::text::trimmed;

[[noreturn]] void refuseProxy(const std::string& sentence) {
  throw integration::Failure(integration::Code::invalidArgument, sentence);
}

std::string_view withoutBrackets(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) return text.substr(1, text.size() - 2);
  return text;
}

std::optional<ip::address> readAddress(std::string_view text) {
  boost::system::error_code error;
  const ip::address address = ip::make_address(plainAddress(std::string(text)), error);
  const bool hasZone = text.find('%') != std::string_view::npos;
  return error || hasZone ? std::nullopt : std::optional(address);
}

// An entry of X-Forwarded-For, to which some proxies add the port: 192.0.2.7:4711, [2001:db8::7]:4711.
std::optional<ip::address> readEntry(std::string_view entry) {
  entry = trimmed(entry);
  if (entry.starts_with('[')) return readAddress(withoutBrackets(entry.substr(0, entry.find(']') + 1)));
  if (std::count(entry.begin(), entry.end(), ':') == 1) entry = entry.substr(0, entry.find(':'));
  return readAddress(entry);
}

// Each entry of all lines of the header, in their order.
std::vector<std::string> forwardedFor(const std::vector<integration::Header>& headers) {
  std::vector<std::string> entries;
  for (const integration::Header& header : headers) {
    if (Poco::icompare(header.name, std::string("X-Forwarded-For")) != 0) continue;
    std::string_view rest = header.value;
    for (;;) {
      const std::size_t comma = rest.find(',');
      entries.emplace_back(rest.substr(0, comma));
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return entries;
}

unsigned readBits(std::string_view text, unsigned most) {
  unsigned bits = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
  if (error != std::errc() || end != text.data() + text.size() || bits > most)
    refuseProxy("needs a number of bits from 1 to " + std::to_string(most) +
                " behind the slash, such as 10.0.0.0/8");
  if (bits == 0)
    refuseProxy(
        "can't trust every address: then anybody could claim to be anybody. Name the proxies, such as "
        "10.0.0.0/8");
  return bits;
}

}  // namespace

void TrustedProxies::add(std::string_view text) {
  for (bool more = true; more;) {
    const std::size_t comma = text.find(',');
    const std::string_view one = trimmed(text.substr(0, comma));
    const std::size_t slash = std::min(one.find('/'), one.size());
    const auto address = readAddress(withoutBrackets(one.substr(0, slash)));
    if (!address)
      refuseProxy(
          "must be the IP address of a proxy, or of a network of them, such as 127.0.0.1 or 10.0.0.0/8");
    const unsigned most = address->is_v4() ? 32 : 128;
    const auto bits =
        static_cast<unsigned short>(slash == one.size() ? most : readBits(one.substr(slash + 1), most));
    if (address->is_v4())
      networks4_.emplace_back(address->to_v4(), bits);
    else
      networks6_.emplace_back(address->to_v6(), bits);
    more = comma != std::string_view::npos;
    if (more) text.remove_prefix(comma + 1);
  }
}

bool TrustedProxies::trusts(const std::string& text) const {
  const auto address = readAddress(text);
  if (!address) return false;
  if (address->is_v4())
    return std::any_of(networks4_.begin(), networks4_.end(), [&](const ip::network_v4& proxies) {
      return ip::network_v4(address->to_v4(), proxies.prefix_length()).network() == proxies.network();
    });
  return std::any_of(networks6_.begin(), networks6_.end(), [&](const ip::network_v6& proxies) {
    return ip::network_v6(address->to_v6(), proxies.prefix_length()).network() == proxies.network();
  });
}

std::string TrustedProxies::clientOf(const std::string& peer,
                                     const std::vector<integration::Header>& headers) const {
  std::string client = peer;
  std::vector<std::string> entries;
  if (trusts(peer)) entries = forwardedFor(headers);
  for (; !entries.empty() && trusts(client); entries.pop_back()) {
    const auto next = readEntry(entries.back());
    if (!next) break;
    client = next->to_string();
  }
  return client;
}

}  // namespace host_stub
