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
  BatchOptions run;
};

std::string version() {
  return "simulation of plugins of ABI " + std::to_string(INTEGRATION_ABI_MAJOR) + "." +
         std::to_string(INTEGRATION_ABI_MINOR);
}

std::set<Fault> mishapsOf(const std::vector<std::string>& names) {
  std::set<Fault> mishaps;
  for (const std::string& name : names) {
    const auto found = std::find(kFaultNames.begin(), kFaultNames.end(), name);
    if (found == kFaultNames.end())
      throw CLI::ValidationError("--without: there is no mishap '" + name + "'");
    mishaps.insert(static_cast<Fault>(found - kFaultNames.begin()));
  }
  return mishaps;
}

void addLifeOptions(CLI::App& program, RunOptions& life) {
  const std::map<std::string, HostFlaw> flaws = {
      {"loses-wake-at", HostFlaw::losesWakeAt},
      {"lets-the-fenced-out-write", HostFlaw::letsTheFencedOutWrite},
      {"answers-commit-before-it-happens", HostFlaw::answersCommitBeforeItHappens}};
  program.add_option("--seed", life.seed, "of the first life; 1 if not given")->type_name("S");
  program
      .add_option_function<std::vector<std::size_t>>(
          "--only-events",
          [&life](const std::vector<std::size_t>& events) {
            life.onlyEvents.emplace(events.begin(), events.end());
          },
          "of its outside events only these")
      ->type_name("I,I")
      ->delimiter(',')
      ->allow_extra_args(false);
  program
      .add_option_function<std::vector<std::string>>(
          "--without", [&life](const std::vector<std::string>& names) { life.without = mishapsOf(names); },
          "without these mishaps")
      ->type_name("NAME,NAME")
      ->delimiter(',')
      ->allow_extra_args(false);
  program.add_flag_callback(
      "--no-crashes", [&life] { life.crashes = false; }, "no process dies, the work stays where it is");
  program
      .add_option_function<std::string>(
          "--flaw", [&life, flaws](const std::string& name) { life.flaw = flaws.at(name); },
          "a host that breaks its word")
      ->type_name("")
      ->check(CLI::IsMember(flaws));
}

void addOptions(CLI::App& program, Arguments& given) {
  program.set_version_flag("--version", version);
  program.add_option("--plugin", given.plugin, "the plugin's folder")->type_name("DIR")->required();
  program.add_option("--schedules", given.run.lives, "how many lives; 1000 if not given")->type_name("N");
  program.add_option("--jobs", given.run.jobs, "threads, at most 64; 1 if not given")
      ->type_name("N")
      ->transform(CLI::Bound(1, 64));
  program.add_flag("--trace", given.trace, "prints one life, the first, line by line");
  program.add_flag("--brief", given.brief, "of a finding one line alone");
  addLifeOptions(program, given.run.life);
  program.footer("Exit status: 0 nothing was found; 1 something was, or never met; 2 wrong arguments.");
}

std::string replayOf(const RunOptions& life) {
  std::string words = "--seed " + std::to_string(life.seed);
  auto list = [&](const char* option, const auto& items, auto text) {
    if (items.empty()) return;
    words.append(" ").append(option);
    char separator = ' ';
    for (const auto& item : items) {
      words += std::exchange(separator, ',');
      words += text(item);
    }
  };
  if (life.onlyEvents)
    list("--only-events", *life.onlyEvents, [](std::size_t i) { return std::to_string(i); });
  list("--without", life.without, [](Fault mishap) { return "'" + std::string(nameOf(mishap)) + "'"; });
  return words + (life.crashes ? "" : " --no-crashes") + " --trace";
}

// Only events that happened are worth naming.
RunOptions named(RunOptions life, const RunReport& report) {
  std::set<std::size_t> happened;
  for (std::size_t at = 0; (at = report.trace.find(" event ", at)) != std::string::npos; at += 7)
    happened.insert(std::strtoul(report.trace.c_str() + at + 7, nullptr, 10));
  if (life.onlyEvents) life.onlyEvents = happened;
  return life;
}

void printFinding(const RunReport& report, std::uint64_t livesSoFar) {
  std::printf("FOUND %s | life %llu | after %llu lives | %s\n", report.finding->invariant.c_str(),
              static_cast<unsigned long long>(report.seed), static_cast<unsigned long long>(livesSoFar),
              report.finding->what.c_str());
}

void explain(const std::shared_ptr<const PluginLibrary>& library, const Subject& subject, RunOptions life,
             const RunReport& report) {
  life.seed = report.seed;
  life = shrunk(library, subject, life, *report.finding);
  life.keepTrace = true;
  const RunReport small = live(library, subject, life);
  std::printf("\nThe shortest life with it that was tried:\n%s\nreplay: %s\n", small.trace.c_str(),
              replayOf(named(life, small)).c_str());
}

bool printSum(const BatchReport& sum, const Subject& subject, bool asksItsSource, bool full) {
  const auto lives = static_cast<double>(std::max<std::uint64_t>(sum.lives, 1));
  auto each = [&](std::uint64_t total) { return static_cast<double>(total) / lives; };
  std::printf("%llu lives; each %.1f host calls, %.1f outside events, %.1f mishaps, %.2f crashes\n",
              static_cast<unsigned long long>(sum.lives), each(sum.hostCalls), each(sum.outsideEvents),
              each(sum.mishaps), each(sum.crashes));
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
  CLI::App program("Lives of a plugin in a simulated host.");
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
    given.run.life.keepTrace = true;
    const RunReport report = live(library, subject, given.run.life);
    std::printf("%sdigest %016llx\n", report.trace.c_str(), static_cast<unsigned long long>(report.digest));
    return report.finding ? 1 : 0;
  }
  const BatchReport sum = run(library, subject, given.run);
  const bool full = given.run.lives >= kFullRun && !sum.first;
  const bool allMet = printSum(sum, subject, !library->manifest().origins.empty(), full);
  if (sum.first) {
    printFinding(*sum.first, sum.first->seed - given.run.life.seed + 1);
    if (!given.brief) explain(library, subject, given.run.life, *sum.first);
  }
  std::fflush(stdout);
  return sum.first || !allMet ? 1 : 0;
}

}  // namespace integration::simulation
