// The address under which people and sources know this host: --public-url.
#pragma once

#include <string_view>

#include "net/address/host_port.hpp"
#include "net/address/origin.hpp"

namespace host_stub {

// Parses what an administrator types, as browsers do. It removes blanks around it, capitals, a default port,
// a final dot and slashes at the end. A name in other letters than Latin gets its ASCII form (punycode).
// There is no path, since pages and Request URLs are at the root of the host. Throws
// Failure(invalidArgument); its message follows the option's name and says what to write.
Origin parsePublicUrl(std::string_view text);

// Returns the address of a host that was given none, which listens there. Nobody can connect to an
// unspecified address, so its place is taken by this machine's own (loopback).
Origin urlOfListener(const HostPort& listener);

}  // namespace host_stub
