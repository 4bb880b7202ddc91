#include <Poco/Environment.h>

#include <iostream>

#include "commands/arguments.hpp"
#include "commands/commands.hpp"
#include "commands/drain_deadline.hpp"
#include "commands/end_signals.hpp"
#include "data/sqlite_version.hpp"
#include "hosting/housekeeping.hpp"
#include "hosting/mailer.hpp"
#include "hosting/scheduler.hpp"
#include "integration/text/email_address.hpp"
#include "net/server/web_server.hpp"
#include "site/site.hpp"

namespace host_stub {
namespace {

constexpr std::chrono::seconds kDrain{20};
// The part of the drain that is kept for the steps after the requests in hand.
constexpr std::chrono::seconds kAfterRequests{2};

struct Address {
  std::string host;
  std::uint16_t port = 0;
};

Address parseAddress(const std::string& option, const std::string& text) {
  const std::size_t colon = text.rfind(':');
  const std::string host = text.substr(0, colon);
  const std::string port = colon == std::string::npos ? "" : text.substr(colon + 1);
  const bool digits =
      !port.empty() && port.size() <= 5 && port.find_first_not_of("0123456789") == std::string::npos;
  if (host.empty() || !digits || std::stoi(port) > 65535)
    throw BadArgument(option + " must be HOST:PORT, such as 127.0.0.1:8080");
  return {host, static_cast<std::uint16_t>(std::stoi(port))};
}

PlatformOptions readOptions(const Arguments& arguments) {
  PlatformOptions options;
  options.plugins = arguments.required("--plugins");
  options.data = arguments.required("--data");
  options.unload = arguments.has("--unload");
  if (const auto file = arguments.optional("--key-file")) options.sealingKey.file = *file;
  if (Poco::Environment::has("HOST_STUB_KEY"))
    options.sealingKey.text = Poco::Environment::get("HOST_STUB_KEY");
  for (const std::string& route : arguments.all("--route")) {
    try {
      options.routes.push_back(parseRoute(route));
    } catch (const integration::Failure& failure) {
      throw BadArgument(std::string("--route: ") + failure.what());
    }
  }
  return options;
}

std::string publicUrl(const Arguments& arguments, const Address& address, std::uint16_t port) {
  std::string url =
      arguments.optional("--public-url").value_or("http://" + address.host + ":" + std::to_string(port));
  while (url.ends_with('/')) url.pop_back();
  return url;
}

// None where nothing is mailed.
std::optional<MailServer> readMailServer(const Arguments& arguments) {
  const auto smtp = arguments.optional("--smtp");
  const auto from = arguments.optional("--mail-from");
  if (!smtp && from) throw BadArgument("--mail-from needs --smtp");
  if (!smtp) return std::nullopt;
  const Address address = parseAddress("--smtp", *smtp);
  if (!from || !integration::text::isEmailAddress(*from))
    throw BadArgument("--mail-from must be the address that mails come from, such as hr@example.org");
  MailServer server;
  server.host = address.host;
  server.port = address.port;
  server.from = *from;
  return server;
}

}  // namespace

int serve(const std::vector<std::string>& words) {
  const Arguments arguments(words,
                            {"--plugins", "--data", "--listen", "--public-url", "--route", "--workers",
                             "--key-file", "--smtp", "--mail-from"},
                            {"--unload"});
  const Address address = parseAddress("--listen", arguments.required("--listen"));
  const auto workers = static_cast<std::size_t>(arguments.number("--workers", 1, 64, 4));
  const PlatformOptions options = readOptions(arguments);
  const std::optional<MailServer> mailServer = readMailServer(arguments);

  LogWriter log(std::cerr);
  DrainDeadline deadline(log);
  EndSignals signals([&] {
    log.info("stopping");
    deadline.begin(kDrain);
  });
  Platform platform(options, log);
  for (const SqliteBug& bug : knownSqliteBugs(installedSqlite()))
    log.info("this machine's SQLite has a bug, which is avoided", {{"bug", bug.name}, {"by", bug.avoidedBy}});
  ConnectionHub hub(platform);
  hub.learnEnablement();
  Removals removals(platform, hub);
  Site site(platform, hub, removals);
  WebServer server(site, platform.metrics);
  server.start(address.host, address.port);
  const std::string url = "http://" + address.host + ":" + std::to_string(server.port());
  Scheduler scheduler(platform, hub, workers);
  Housekeeping housekeeping(platform, hub, removals);
  const std::string known = publicUrl(arguments, address, server.port());
  std::optional<Mailer> mailer;
  if (mailServer)
    mailer.emplace(platform.outbox, log, platform.metrics, MailerOptions{*mailServer, known + "/new-hires"});
  site.serveAs(known);
  std::cout << "listening on " << url << std::endl;

  signals.wait();
  server.stop(kDrain - kAfterRequests);
  scheduler.stop();
  return 0;
}

}  // namespace host_stub
