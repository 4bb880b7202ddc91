// An address to listen on or to connect to, as the command line writes it: 127.0.0.1:8080, [::1]:8080.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace host_stub {

struct HostPort {
  std::string host;        // a name in small letters, or an IP address without brackets
  std::uint16_t port = 0;  // 0: any

  std::string text() const;  // as parseHostPort reads it, and as it stands in a URL
  // Returns whether the host is 127.0.0.0/8, ::1 or localhost.
  bool isLoopback() const;
  // Returns whether it stands for all addresses of this machine, so that nobody can connect to it.
  bool isUnspecified() const;
};

// Parses "host:port". Accepts blanks around it, capitals, and leading zeros of the port. An IPv4 address
// written as IPv6 ([::ffff:127.0.0.1]) becomes IPv4. Throws Failure(invalidArgument); its message follows an
// option's name and says what to write.
HostPort parseHostPort(std::string_view text);

// Returns the address in its shortest form, as IPv4 if it is IPv4 written as IPv6. Anything else comes back
// as it is.
std::string plainAddress(const std::string& address);

}  // namespace host_stub
