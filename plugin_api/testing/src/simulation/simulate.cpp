// The command line of a simulation.
#include "integration/simulation/simulate.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>

#include "batch.hpp"
#include "integration/abi.h"

namespace integration::simulation {
namespace {

struct Arguments {
  std::string plugin;
  bool trace = false;
  bool brief = false;
  BatchOptions batch;
};

std::string version() {
  return "simulation of plugins of ABI " + std::to_string(INTEGRATION_ABI_MAJOR) + "." +
         std::to_string(INTEGRATION_ABI_MINOR);
}

std::set<Fault> faultsOf(const std::vector<std::string>& names) {
  std::set<Fault> faults;
  for (const std::string& name : names) {
    const auto found = std::find(kFaultNames.begin(), kFaultNames.end(), name);
    if (found == kFaultNames.end()) throw CLI::ValidationError("--without: there is no fault '" + name + "'");
    faults.insert(static_cast<Fault>(found - kFaultNames.begin()));
  }
  return faults;
}

void addRunOptions(CLI::App& program, RunOptions& run) {
  const std::map<std::string, HostFlaw> flaws = {
      {"loses-wake-at", HostFlaw::losesWakeAt},
      {"lets-the-fenced-out-write", HostFlaw::letsTheFencedOutWrite},
      {"answers-commit-before-it-happens", HostFlaw::answersCommitBeforeItHappens}};
  program.add_option("--seed", run.seed, "of the first run; 1 if not given")->type_name("S");
  program
      .add_option_function<std::vector<std::size_t>>(
          "--only-events",
          [&run](const std::vector<std::size_t>& events) {
            run.onlyEvents.emplace(events.begin(), events.end());
          },
          "of its outside events only these")
      ->type_name("I,I")
      ->delimiter(',')
      ->allow_extra_args(false);
  program
      .add_option_function<std::vector<std::string>>(
          "--without", [&run](const std::vector<std::string>& names) { run.without = faultsOf(names); },
          "without these faults")
      ->type_name("NAME,NAME")
      ->delimiter(',')
      ->allow_extra_args(false);
  program.add_flag_callback(
      "--no-crashes", [&run] { run.crashes = false; }, "no process dies, the work stays where it is");
  program
      .add_option_function<std::string>(
          "--flaw", [&run, flaws](const std::string& name) { run.flaw = flaws.at(name); },
          "a host that breaks its word")
      ->type_name("")
      ->check(CLI::IsMember(flaws));
}

void addOptions(CLI::App& program, Arguments& given) {
  program.set_version_flag("--version", version);
  program.add_option("--plugin", given.plugin, "the plugin's folder")->type_name("DIR")->required();
  program.add_option("--schedules", given.batch.runs, "how many runs; 1000 if not given")->type_name("N");
  program.add_option("--jobs", given.batch.jobs, "threads, at most 64; 1 if not given")
      ->type_name("N")
      ->transform(CLI::Bound(1, 64));
  program.add_flag("--trace", given.trace, "prints one run, the first, line by line");
  program.add_flag("--brief", given.brief, "of a finding one line alone");
  addRunOptions(program, given.batch.run);
  program.footer("Exit status: 0 nothing was found; 1 something was, or never met; 2 wrong arguments.");
}

std::string replayOf(const RunOptions& run) {
  std::string words = "--seed " + std::to_string(run.seed);
  auto list = [&](const char* option, const auto& items, auto text) {
    if (items.empty()) return;
    words.append(" ").append(option);
    char separator = ' ';
    for (const auto& item : items) {
      words += std::exchange(separator, ',');
      words += text(item);
    }
  };
  if (run.onlyEvents) list("--only-events", *run.onlyEvents, [](std::size_t i) { return std::to_string(i); });
  list("--without", run.without, [](Fault fault) { return "'" + std::string(nameOf(fault)) + "'"; });
  return words + (run.crashes ? "" : " --no-crashes") + " --trace";
}

// Only events that happened are worth naming.
RunOptions named(RunOptions run, const RunReport& report) {
  std::set<std::size_t> happened;
  for (std::size_t at = 0; (at = report.trace.find(" event ", at)) != std::string::npos; at += 7)
    happened.insert(std::strtoul(report.trace.c_str() + at + 7, nullptr, 10));
  if (run.onlyEvents) run.onlyEvents = happened;
  return run;
}

void printFinding(const RunReport& report, std::uint64_t livesSoFar) {
  std::printf("FOUND %s | run %llu | after %llu runs | %s\n", report.finding->invariant.c_str(),
              static_cast<unsigned long long>(report.seed), static_cast<unsigned long long>(livesSoFar),
              report.finding->what.c_str());
}

void explain(const std::shared_ptr<const PluginLibrary>& library, const Subject& subject, RunOptions run,
             const RunReport& report) {
  run.seed = report.seed;
  run = shrunk(library, subject, run, *report.finding);
  run.keepTrace = true;
  const RunReport small = runOnce(library, subject, run);
  std::printf("\nThe shortest run with it that was tried:\n%s\nreplay: %s\n", small.trace.c_str(),
              replayOf(named(run, small)).c_str());
}

bool printSum(const BatchReport& sum, const Subject& subject, bool asksItsSource, bool full) {
  const auto runs = static_cast<double>(std::max<std::uint64_t>(sum.runs, 1));
  auto each = [&](std::uint64_t total) { return static_cast<double>(total) / runs; };
  std::printf("%llu runs; each %.1f host calls, %.1f outside events, %.1f faults, %.2f crashes\n",
              static_cast<unsigned long long>(sum.runs), each(sum.hostCalls), each(sum.outsideEvents),
              each(sum.faults), each(sum.crashes));
  std::printf("%.0f host calls a second on one core; digest %016llx\n",
              static_cast<double>(sum.hostCalls) / std::max(sum.coreSeconds, 1e-9),
              static_cast<unsigned long long>(sum.digest));
  for (const auto& [what, times] : sum.met.all())
    std::printf("  %10llu  %s\n", static_cast<unsigned long long>(times), what.c_str());
  if (!full) return true;
  const bool tellsPeople = sum.met.of(kPeopleTold) != 0;
  std::vector<std::string> wanted;
  for (const std::string_view name : kFaultNames)
    if ((asksItsSource || !name.starts_with("http")) && (tellsPeople || !name.starts_with("notice")))
      wanted.emplace_back(name);
  wanted.insert(wanted.end(), {"host dies", "work moves to another host", "commit aborted",
                               "call lost with its host", "no host is up"});
  wanted.insert(wanted.end(), subject.requiredEvents.begin(), subject.requiredEvents.end());
  bool all = true;
  for (const std::string& what : wanted) {
    if (sum.met.of(what) != 0) continue;
    std::printf("NEVER MET: %s\n", what.c_str());
    all = false;
  }
  return all;
}

}  // namespace

int simulate(int argc, char** argv, const Subject& subject) {
  Arguments given;
  CLI::App program("Runs of a plugin in a simulated host.");
  addOptions(program, given);
  std::shared_ptr<const PluginLibrary> library;
  try {
    program.parse(argc, argv);
    library = PluginLibrary::load(Manifest::read(given.plugin), Unload::keepMapped, CallLimits::none());
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "--plugin: %s\n", error.what());
    return 2;
  }
  if (given.trace) {
    given.batch.run.keepTrace = true;
    const RunReport report = runOnce(library, subject, given.batch.run);
    std::printf("%sdigest %016llx\n", report.trace.c_str(), static_cast<unsigned long long>(report.digest));
    return report.finding ? 1 : 0;
  }
  const BatchReport sum = runBatch(library, subject, given.batch);
  const bool full = given.batch.runs >= kFullRun && !sum.first;
  const bool allMet = printSum(sum, subject, !library->manifest().origins.empty(), full);
  if (sum.first) {
    printFinding(*sum.first, sum.first->seed - given.batch.run.seed + 1);
    if (!given.brief) explain(library, subject, given.batch.run, *sum.first);
  }
  std::fflush(stdout);
  return sum.first || !allMet ? 1 : 0;
}

}  // namespace integration::simulation
