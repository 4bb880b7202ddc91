#include "net/server/this_machine.hpp"

#include <algorithm>
#include <array>

#include "integration/status.hpp"
#include "net/address/host_port.hpp"
#include "net/address/origin.hpp"

namespace host_stub {
namespace {

constexpr std::array<std::string_view, 5> kForwarding = {"Forwarded", "Via", "X-Forwarded-For",
                                                         "X-Forwarded-Host", "X-Real-IP"};

bool namesThisMachine(std::string_view host) {
  try {
    const Origin origin = parseOrigin("http://" + std::string(host));
    return HostPort{origin.host, origin.port}.isLoopback();
  } catch (const integration::Failure&) {
    return false;
  }
}

}  // namespace

bool isFromThisMachine(const RequestHead& request) {
  const bool isForwarded = std::any_of(kForwarding.begin(), kForwarding.end(), [&](std::string_view name) {
    return integration::findHeader(request.headers, name).has_value();
  });
  const auto host = integration::findHeader(request.headers, "Host");
  return !isForwarded && host && namesThisMachine(*host) && HostPort{request.peer, 0}.isLoopback();
}

}  // namespace host_stub
