// The options of `serve`, read and checked before anything is started.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hosting/platform.hpp"
#include "net/address/host_port.hpp"
#include "net/address/trusted_proxies.hpp"
#include "net/smtp.hpp"

namespace host_stub {

struct ServeOptions {
  HostPort listen;
  std::optional<HostPort> metricsListen;  // nullopt if metrics have no listener of their own
  TrustedProxies trustedProxies;
  std::optional<Origin> publicUrl;  // nullopt if it is not given
  std::size_t workers = 0;          // threads that run the plugins' work
  PlatformOptions platform;
  std::optional<MailServer> mailServer;  // nullopt if nothing is mailed
};

// Throws BadArgument, which names the option, says what is wrong with it and what to write.
ServeOptions readServeOptions(const std::vector<std::string>& words);

}  // namespace host_stub
