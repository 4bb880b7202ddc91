// The address under which people and sources know this host: --public-url.
#pragma once

#include <string_view>

#include "net/address/host_port.hpp"
#include "net/address/origin.hpp"

namespace host_stub {

// Reads what an administrator types as browsers would: blanks around it, capitals, a default port, a final
// dot and slashes at the end go, and a name in other letters than Latin gets its ASCII form (punycode).
// Pages and Request URLs stand at the root of the host, so there is no path. Throws Failure(invalidArgument),
// whose sentence follows the option's name and says what to write.
Origin parsePublicUrl(std::string_view text);

// Returns the address of a host that was given none, which listens there. Nobody can connect to an
// unspecified address, so its place is taken by this machine's own (loopback).
Origin urlOfListener(const HostPort& listener);

}  // namespace host_stub
