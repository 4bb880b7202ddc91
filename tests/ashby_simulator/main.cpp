#include <Poco/Exception.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <csignal>
#include <iostream>
#include <string>

#include "server/simulator.hpp"

namespace {

using ashby_simulator::Simulator;

constexpr int kBadArguments = 2;

// Reads HOST:PORT into the options. Returns what is wrong with the text; empty if nothing is.
std::string readAddress(const std::string& text, Simulator::Options& options) {
  const std::string wrong = "must be HOST:PORT, such as 127.0.0.1:9000, not '" + text + "'";
  const auto colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return wrong;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, options.port);
  options.host = text.substr(0, colon);
  return error == std::errc() && stop == end ? "" : wrong;
}

// Serves until SIGTERM or SIGINT. Returns the exit status.
int serve(const Simulator::Options& options) {
  // Before any thread starts, so that every thread inherits it and only sigwait below takes the signals.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  Simulator simulator(options);
  try {
    simulator.start();
  } catch (const Poco::Exception& error) {
    std::cerr << "ashby_simulator: --listen " << options.host << ":" << options.port << ": "
              << error.displayText() << '\n';
    return kBadArguments;
  }
  std::cout << "listening on " << simulator.url() << std::endl;
  int received = 0;
  sigwait(&signals, &received);
  simulator.stop();
  return 0;
}

}  // namespace

int main(int count, char** values) {
  Simulator::Options options;
  CLI::App program("Ashby's API with candidates, jobs, offers and webhooks of its own.", "ashby_simulator");
  program.set_version_flag("--version", "ashby_simulator " VERSION);
  std::string listen;
  program.add_option("--listen", listen, "the address to serve at; port 0 takes any")
      ->type_name("HOST:PORT")
      ->check([&](const std::string& text) { return readAddress(text, options); }, "")
      ->required();
  program.add_option("--api-key", options.apiKey, "the key that requests must carry")
      ->type_name("KEY")
      ->check([](const std::string& text) { return text.empty() ? "must not be empty" : std::string(); }, "");
  try {
    program.parse(count, values);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : kBadArguments;
  }
  return serve(options);
}
