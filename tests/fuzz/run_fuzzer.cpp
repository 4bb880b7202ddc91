// Fuzzes runs of the plugin's real library, as in tests/simulation, with random values from the input. These
// decide who does what and when, what fails, and which host dies at which call. The promises of any run must
// hold. New states and faults count as coverage, beside the plugin's code.
#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <array>
#include <functional>

#include "fuzzer.hpp"
#include "simulation/connection_run.hpp"

using integration::simulation::ChosenValues;
using integration::simulation::RunOptions;
using integration::simulation::RunReport;

namespace {

constexpr std::array kPurposes = {"plan",         "ashby",  "post",  "staff",
                                  "which faults", "faults", "order", "times"};

// libFuzzer treats these like the counters of code coverage.
[[gnu::section("__libfuzzer_extra_counters")]] std::array<std::uint8_t, 512> metCounters;

// Reads a seed, then random values with their places. All other values follow from the seed.
RunOptions runOptionsOf(std::string_view bytes) {
  FuzzedDataProvider input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  RunOptions options;
  options.seed = input.ConsumeIntegral<std::uint8_t>();
  auto given = std::make_shared<ChosenValues>();
  while (input.remaining_bytes() >= 5) {
    const char* purpose = kPurposes[input.ConsumeIntegral<std::uint8_t>() % kPurposes.size()];
    const auto place = input.ConsumeIntegral<std::uint16_t>();
    (*given)[purpose][place] = input.ConsumeIntegral<std::uint16_t>();
  }
  options.given = std::move(given);
  return options;
}

void count(const RunReport& report) {
  for (const auto& [what, times] : report.met.all())
    metCounters[std::hash<std::string>()(what) % metCounters.size()] =
        static_cast<std::uint8_t>(std::min<std::uint64_t>(times, 255));
}

}  // namespace

void fuzz(std::string_view bytes) {
  static const auto library =
      integration::PluginLibrary::load(integration::Manifest::read(ASHBY_PLUGIN),
                                       integration::Unload::keepMapped, integration::CallLimits::none());
  static const auto subject = ashby_simulation::connectionLives();
  RunOptions options = runOptionsOf(bytes);
  RunReport report = runOnce(library, subject, options);
  count(report);
  if (!report.finding) return;
  options.keepTrace = true;
  report = runOnce(library, subject, options);
  fuzzing::mustHold(false, report.finding->invariant.c_str(), report.trace);
}
