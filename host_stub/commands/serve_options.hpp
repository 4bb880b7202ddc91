// The options of `serve`, read and checked before anything is started.
#pragma once

#include <optional>

#include "hosting/platform.hpp"
#include "net/address/host_port.hpp"
#include "net/address/trusted_proxies.hpp"
#include "net/mail/smtp.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace host_stub {

struct ServeOptions {
  HostPort listen;
  std::optional<HostPort> metricsListen;  // nullopt if metrics have no listener of their own
  TrustedProxies trustedProxies;
  std::optional<Origin> publicUrl;  // nullopt if it is not given
  std::size_t workers = 4;          // threads that run the plugins' work
  PlatformOptions platform;
  std::optional<MailServer> mailServer;  // nullopt if nothing is mailed
};

// Adds the options of `serve` to its command line. Parsing fills `options`, which must outlive it. Parsing
// throws a CLI::ParseError that names the option and says what is wrong with it.
void addServeOptions(CLI::App& command, ServeOptions& options);

}  // namespace host_stub
