// Proxies in front of this host, and the clients that they speak for: --trusted-proxy.
#pragma once

#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "integration/http.hpp"

namespace host_stub {

// Constant once it is filled: thread-safe from then on.
class TrustedProxies {
 public:
  // Adds ADDRESS or ADDRESS/BITS, or several with commas between them. Throws Failure(invalidArgument), whose
  // sentence follows the option's name and says what to write.
  void add(std::string_view text);

  // The address is one that plainAddress() gives.
  bool trusts(const std::string& address) const;
  // Returns the client's address: the peer's own, unless the peer is a trusted proxy. A proxy adds the
  // address of its own client to the end of X-Forwarded-For. In a row of trusted proxies each has added one.
  // Anybody may have written what is before the first address that isn't trusted. An entry that is no address
  // ends the search at the proxy that has added it.
  std::string clientOf(const std::string& peer, const std::vector<integration::Header>& headers) const;

 private:
  std::vector<boost::asio::ip::network_v4> networks4_;
  std::vector<boost::asio::ip::network_v6> networks6_;
};

}  // namespace host_stub
