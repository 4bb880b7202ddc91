#include <Poco/Exception.h>

#include <charconv>
#include <csignal>
#include <iostream>
#include <optional>
#include <string>

#include "server/simulator.hpp"

namespace {

using ashby_simulator::Simulator;

int refuse(const std::string& why) {
  std::cerr << "ashby_simulator: " << why << '\n';
  return 2;
}

bool parseAddress(const std::string& text, Simulator::Options& options) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return false;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, options.port);
  options.host = text.substr(0, colon);
  return error == std::errc() && stop == end;
}

/// What is wrong with the arguments; null when nothing is.
std::optional<std::string> parseArguments(int count, char** values, Simulator::Options& options) {
  bool hasAddress = false;
  for (int i = 1; i < count; ++i) {
    const std::string name = values[i];
    if (name != "--listen" && name != "--api-key") return "unknown argument '" + name + "'";
    if (i + 1 == count) return name + " needs a value";
    const std::string value = values[++i];
    if (name == "--api-key" && value.empty()) return "--api-key needs a value";
    if (name == "--api-key") options.apiKey = value;
    if (name == "--listen" && !parseAddress(value, options))
      return "--listen must be HOST:PORT, not '" + value + "'";
    hasAddress = hasAddress || name == "--listen";
  }
  if (!hasAddress) return "--listen HOST:PORT is missing";
  return std::nullopt;
}

}  // namespace

int main(int count, char** values) {
  Simulator::Options options;
  if (const auto wrong = parseArguments(count, values, options)) return refuse(*wrong);

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
    return refuse("--listen " + options.host + ":" + std::to_string(options.port) + ": " +
                  error.displayText());
  }
  std::cout << "listening on " << simulator.url() << std::endl;
  int received = 0;
  sigwait(&signals, &received);
  simulator.stop();
  return 0;
}
