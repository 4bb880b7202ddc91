#include "commands/serve_options.hpp"

#include "commands/read_option.hpp"
#include "integration/text/email_address.hpp"
#include "net/address/public_url.hpp"

namespace host_stub {
namespace {

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

void addPlatformOptions(CLI::App& command, PlatformOptions& options) {
  // Absolute from here on: a plugin may change the working directory.
  const auto addPath = [&](const std::string& name, const std::string& type, const std::string& description,
                           auto& path) {
    return addOption(command, name, type, description, [name, &path](const std::string& text) {
      if (text.empty()) throw CLI::ValidationError(name + " must not be empty");
      path = std::filesystem::absolute(text);
    });
  };
  addPath("--plugins", "DIR", "the folder of plugins, or of one plugin", options.plugins)->required();
  addPath("--data", "DIR", "the data folder", options.data)->required();
  addPath("--key-file", "FILE", "the sealing key; else HOST_STUB_KEY, else a file in the data folder",
          options.sealingKey.file);
  addRepeatedOption(command, "--route", "ORIGIN=URL",
                    "sends requests for an origin to this machine, for tests",
                    [&options](const std::string& text) {
                      try {
                        options.routes.push_back(parseRoute(text));
                      } catch (const integration::Failure& failure) {
                        throw CLI::ValidationError(std::string("--route: ") + failure.what());
                      }
                    });
  command.add_flag("--unload", options.unload, "unmaps plugins that nothing uses any more");
}

void addMailOptions(CLI::App& command, std::optional<MailServer>& server) {
  const auto smtp =
      addOption(command, "--smtp", "HOST:PORT", "a mail server on this machine, which takes notices",
                [&server](const std::string& text) {
                  const HostPort address = parseMailServer(text);
                  if (!server) server.emplace();
                  server->host = address.host;
                  server->port = address.port;
                });
  const auto from =
      addOption(command, "--mail-from", "ADDRESS", "the address that mails come from",
                [&server](const std::string& text) {
                  if (!integration::text::isEmailAddress(text))
                    throw CLI::ValidationError(
                        "--mail-from must be the address that mails come from, such as hr@example.org");
                  if (!server) server.emplace();
                  server->from = text;
                });
  smtp->needs(from);
  from->needs(smtp);
}

}  // namespace

void addServeOptions(CLI::App& command, ServeOptions& options) {
  addPlatformOptions(command, options.platform);
  addOption(command, "--listen", "HOST:PORT", "the address to serve at; port 0 takes any",
            [&options](const std::string& text) { options.listen = parseHostPort(text); })
      ->required();
  addOption(command, "--public-url", "URL",
            "the address that people and sources know: https://hr.example.com",
            [&options](const std::string& text) { options.publicUrl = parsePublicUrl(text); });
  addRepeatedOption(command, "--trusted-proxy", "ADDRESS[/BITS]",
                    "a proxy whose X-Forwarded-For is believed; may be repeated",
                    [&options](const std::string& text) { options.trustedProxies.add(text); });
  addOption(command, "--metrics-listen", "HOST:PORT", "serves /metrics there without a token",
            [&options](const std::string& text) { options.metricsListen = parseHostPort(text); });
  addMailOptions(command, options.mailServer);
  command.add_option("--workers", options.workers, "threads that run the plugins' work; 4 if not given")
      ->type_name("N")
      ->check(CLI::Range(1, 64));
}

}  // namespace host_stub
