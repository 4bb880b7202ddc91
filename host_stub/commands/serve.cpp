#include <Poco/Environment.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "commands/commands.hpp"
#include "commands/drain_deadline.hpp"
#include "commands/end_signals.hpp"
#include "commands/serve_options.hpp"
#include "commands/surroundings.hpp"
#include "hosting/housekeeping.hpp"
#include "hosting/mail/mailer.hpp"
#include "hosting/scheduler.hpp"
#include "net/address/public_url.hpp"
#include "net/server/web_server.hpp"
#include "services/queued_output.hpp"
#include "site/metrics_site.hpp"
#include "site/site.hpp"

namespace host_stub {
namespace {

constexpr std::chrono::seconds kDrain{20};
// The part of the drain that is kept for the steps after the requests in hand.
constexpr std::chrono::seconds kAfterRequests{2};

// Returns what Request URLs and links in mails start with. listening: with the port that was got.
std::string baseUrl(const ServeOptions& options, const HostPort& listening, LogWriter& log) {
  if (options.publicUrl) return options.publicUrl->text();
  std::string url = urlOfListener(listening).text();
  if (listening.isUnspecified())
    log.warning(
        "Request URLs lead nowhere but to this machine: give --public-url, the address that others know",
        {{"requestUrlsBeginWith", url}});
  return url;
}

// Serves the metrics as long as it lives.
class MetricsServer {
 public:
  MetricsServer(Metrics& metrics, const HostPort& address, LogWriter& log)
      : site_(metrics, address.isLoopback()), server_(site_, ofItself_) {
    server_.start(address.host, address.port);
    const std::string url = "http://" + HostPort{address.host, server_.port()}.text() + "/metrics";
    log.info("metrics are served", {{"url", url}});
  }

 private:
  MetricsSite site_;
  Metrics ofItself_;  // of this server alone: nobody asks for them
  WebServer server_;
};

void serve(const ServeOptions& options) {
  raiseDescriptorLimit();
  QueuedOutput output(STDERR_FILENO);
  LogWriter log(output);
  DrainDeadline deadline(log);
  EndSignals signals(
      [&] {
        log.info("stopping");
        deadline.begin(kDrain);
      },
      [&] { log.info("SIGHUP changes nothing: options and plugins are read at the start"); });
  warnOfSurroundings(options.platform.data, log);
  Platform platform(options.platform, log);
  ConnectionHub hub(platform);
  hub.learnEnablement();
  ConnectionRemover removals(platform, hub);
  Site site(platform, hub, removals);
  WebServer server(site, platform.metrics, {.trustedProxies = options.trustedProxies});
  server.start(options.listen.host, options.listen.port);
  std::optional<MetricsServer> metricsServer;
  if (options.metricsListen) metricsServer.emplace(platform.metrics, *options.metricsListen, log);
  const HostPort listening{options.listen.host, server.port()};
  Scheduler scheduler(platform, hub, options.workers);
  Housekeeping housekeeping(platform, hub, removals);
  const std::string known = baseUrl(options, listening, log);
  std::optional<Mailer> mailer;
  if (options.mailServer)
    mailer.emplace(platform.outbox, log, platform.metrics, platform.mailHealth,
                   MailerOptions{*options.mailServer, known + "/new-hires"});
  site.serveAs(known);
  std::cout << "listening on http://" << listening.text() << std::endl;

  signals.wait();
  server.stop(kDrain - kAfterRequests);
  scheduler.stop();
}

}  // namespace

void addServe(CLI::App& program) {
  CLI::App* command =
      program.add_subcommand("serve", "serves pages, the HTTP API and deliveries until SIGTERM");
  const auto options = std::make_shared<ServeOptions>();
  addServeOptions(*command, *options);
  command->callback([options] {
    // Read here, and not while plugins run, which may change the environment.
    if (Poco::Environment::has("HOST_STUB_KEY"))
      options->platform.sealingKey.text = Poco::Environment::get("HOST_STUB_KEY");
    options->platform.ignoredProxy = ignoredProxyVariable().value_or("");
    serve(*options);
  });
}

}  // namespace host_stub
