// The command line of a simulation.
#include "integration/simulation/simulate.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <stdexcept>
#include <utility>

#include "run.hpp"

namespace integration::simulation {
namespace {

constexpr std::string_view kUsage =
    "--plugin DIR         the plugin's folder\n"
    "--schedules N        how many lives (1000)\n"
    "--seed S             of the first (1)\n"
    "--jobs N             threads (1)\n"
    "--trace              prints one life, the first, line by line\n"
    "--only-events I,I    of its outside events only these\n"
    "--without NAME,NAME  without these mishaps\n"
    "--no-crashes         no process dies, the work stays where it is\n"
    "--brief              of a finding one line alone\n"
    "--flaw NAME          a host that breaks its word: loses-wake-at, lets-the-fenced-out-write,\n"
    "                     answers-commit-before-it-happens\n";

struct Arguments {
  std::string plugin;
  bool trace = false, brief = false;
  RunOptions run;
};

struct WrongArgument : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::uint64_t number(std::string_view name, std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw WrongArgument(std::string(name) + " takes a number, not '" + std::string(text) + "'");
  return value;
}

std::vector<std::string_view> parts(std::string_view list) {
  std::vector<std::string_view> found;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    found.push_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return found;
}

Mishap mishapOf(std::string_view name) {
  const auto found = std::find(kMishapNames.begin(), kMishapNames.end(), name);
  if (found == kMishapNames.end()) throw WrongArgument("there is no mishap '" + std::string(name) + "'");
  return static_cast<Mishap>(found - kMishapNames.begin());
}

HostFlaw flawOf(std::string_view name) {
  if (name == "loses-wake-at") return HostFlaw::losesWakeAt;
  if (name == "lets-the-fenced-out-write") return HostFlaw::letsTheFencedOutWrite;
  if (name == "answers-commit-before-it-happens") return HostFlaw::answersCommitBeforeItHappens;
  throw WrongArgument("there is no flaw '" + std::string(name) + "'");
}

Arguments parse(int argc, char** argv) {
  Arguments given;
  LifeOptions& life = given.run.life;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--trace") {
      given.trace = true;
    } else if (name == "--brief") {
      given.brief = true;
    } else if (name == "--no-crashes") {
      life.crashes = false;
    } else if (i + 1 == argc) {
      throw WrongArgument("'" + std::string(name) + "' is unknown, or misses its value");
    } else {
      const std::string_view value = argv[++i];
      if (name == "--plugin") {
        given.plugin = value;
      } else if (name == "--schedules") {
        given.run.lives = number(name, value);
      } else if (name == "--seed") {
        life.seed = number(name, value);
      } else if (name == "--jobs") {
        given.run.jobs = static_cast<unsigned>(std::clamp<std::uint64_t>(number(name, value), 1, 64));
      } else if (name == "--only-events") {
        life.onlyEvents.emplace();
        for (const std::string_view event : parts(value)) life.onlyEvents->insert(number(name, event));
      } else if (name == "--without") {
        for (const std::string_view mishap : parts(value)) life.without.insert(mishapOf(mishap));
      } else if (name == "--flaw") {
        life.flaw = flawOf(value);
      } else {
        throw WrongArgument("'" + std::string(name) + "' is unknown");
      }
    }
  }
  if (given.plugin.empty()) throw WrongArgument("--plugin DIR is missing");
  return given;
}

std::string replayOf(const LifeOptions& life) {
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
  list("--without", life.without, [](Mishap mishap) { return "'" + std::string(nameOf(mishap)) + "'"; });
  return words + (life.crashes ? "" : " --no-crashes") + " --trace";
}

// Only events that happened are worth naming.
LifeOptions named(LifeOptions life, const LifeReport& report) {
  std::set<std::size_t> happened;
  for (std::size_t at = 0; (at = report.trace.find(" event ", at)) != std::string::npos; at += 7)
    happened.insert(std::strtoul(report.trace.c_str() + at + 7, nullptr, 10));
  if (life.onlyEvents) life.onlyEvents = happened;
  return life;
}

void printFinding(const LifeReport& report, std::uint64_t livesSoFar) {
  std::printf("FOUND %s | life %llu | after %llu lives | %s\n", report.finding->invariant.c_str(),
              static_cast<unsigned long long>(report.seed), static_cast<unsigned long long>(livesSoFar),
              report.finding->what.c_str());
}

void explain(const std::shared_ptr<const PluginLibrary>& library, const Subject& subject, LifeOptions life,
             const LifeReport& report) {
  life.seed = report.seed;
  life = shrunk(library, subject, life, *report.finding);
  life.keepTrace = true;
  const LifeReport small = live(library, subject, life);
  std::printf("\nThe shortest life with it that was tried:\n%s\nreplay: %s\n", small.trace.c_str(),
              replayOf(named(life, small)).c_str());
}

bool printSum(const RunReport& sum, const Subject& subject, bool asksItsSource, bool full) {
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
  for (const std::string_view name : kMishapNames)
    if ((asksItsSource || !name.starts_with("http")) && (tellsPeople || !name.starts_with("notice")))
      wanted.emplace_back(name);
  wanted.insert(wanted.end(), {"host dies", "work moves to another host", "commit aborted",
                               "call lost with its host", "no host is up"});
  wanted.insert(wanted.end(), subject.mustBeMet.begin(), subject.mustBeMet.end());
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
  std::shared_ptr<const PluginLibrary> library;
  try {
    given = parse(argc, argv);
    library = PluginLibrary::load(Manifest::read(given.plugin), Unload::keepMapped, CallLimits::none());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n\n%s", error.what(), kUsage.data());
    return 2;
  }
  if (given.trace) {
    given.run.life.keepTrace = true;
    const LifeReport report = live(library, subject, given.run.life);
    std::printf("%sdigest %016llx\n", report.trace.c_str(), static_cast<unsigned long long>(report.digest));
    return report.finding ? 1 : 0;
  }
  const RunReport sum = run(library, subject, given.run);
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
