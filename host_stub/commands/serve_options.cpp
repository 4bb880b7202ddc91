#include "commands/serve_options.hpp"

#include <Poco/Environment.h>

#include "commands/arguments.hpp"
#include "commands/surroundings.hpp"
#include "integration/text/email_address.hpp"
#include "net/address/public_url.hpp"

namespace host_stub {
namespace {

PlatformOptions readPlatformOptions(const Arguments& arguments) {
  PlatformOptions options;
  // Absolute from here on: a plugin may change the working directory.
  options.plugins = std::filesystem::absolute(arguments.required("--plugins"));
  options.data = std::filesystem::absolute(arguments.required("--data"));
  options.unload = arguments.has("--unload");
  if (const auto file = arguments.optional("--key-file"))
    options.sealingKey.file = std::filesystem::absolute(*file);
  if (Poco::Environment::has("HOST_STUB_KEY"))
    options.sealingKey.text = Poco::Environment::get("HOST_STUB_KEY");
  options.ignoredProxy = ignoredProxyVariable().value_or("");
  for (const std::string& route : arguments.all("--route"))
    options.routes.push_back(readOption("--route:", route, parseRoute));
  return options;
}

// Mails carry names, and go to the server without TLS.
HostPort parseMailServer(const std::string& text) {
  HostPort address = parseHostPort(text);
  if (!address.isLoopback())
    throw integration::Failure(integration::Code::invalidArgument,
                               "must be on this machine, since mails go to it unencrypted: let a server here "
                               "relay them, and write 127.0.0.1:" +
                                   std::to_string(address.port));
  if (address.port == 0)
    throw integration::Failure(integration::Code::invalidArgument,
                               "needs the port of the mail server, such as 127.0.0.1:25");
  return address;
}

std::optional<MailServer> readMailServer(const Arguments& arguments) {
  const auto smtp = arguments.optional("--smtp");
  const auto from = arguments.optional("--mail-from");
  if (!smtp && from) throw BadArgument("--mail-from needs --smtp");
  if (!smtp) return std::nullopt;
  const HostPort address = readOption("--smtp", *smtp, parseMailServer);
  if (!from || !integration::text::isEmailAddress(*from))
    throw BadArgument("--mail-from must be the address that mails come from, such as hr@example.org");
  MailServer server;
  server.host = address.host;
  server.port = address.port;
  server.from = *from;
  return server;
}

}  // namespace

ServeOptions readServeOptions(const std::vector<std::string>& words) {
  const Arguments arguments(words,
                            {"--plugins", "--data", "--listen", "--public-url", "--route", "--workers",
                             "--key-file", "--smtp", "--mail-from", "--trusted-proxy", "--metrics-listen"},
                            {"--unload"});
  ServeOptions options;
  options.listen = readOption("--listen", arguments.required("--listen"), parseHostPort);
  if (const auto address = arguments.optional("--metrics-listen"))
    options.metricsListen = readOption("--metrics-listen", *address, parseHostPort);
  for (const std::string& proxy : arguments.all("--trusted-proxy"))
    readOption("--trusted-proxy", proxy, [&](const std::string& text) { options.trustedProxies.add(text); });
  if (const auto url = arguments.optional("--public-url"))
    options.publicUrl = readOption("--public-url", *url, parsePublicUrl);
  options.workers = static_cast<std::size_t>(arguments.number("--workers", 1, 64, 4));
  options.platform = readPlatformOptions(arguments);
  options.mailServer = readMailServer(arguments);
  return options;
}

}  // namespace host_stub
