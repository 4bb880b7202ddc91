// Properties of a simulated run as such: it is the same each time, and its deaths are real ones.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "connection_run.hpp"

namespace ashby_simulation {
namespace {

using integration::CallLimits;
using integration::Manifest;
using integration::PluginLibrary;
using integration::Unload;
using integration::simulation::RunOptions;
using integration::simulation::RunReport;

class RunsTest : public testing::Test {
 protected:
  RunReport runOnce(RunOptions options) const {
    return integration::simulation::runOnce(library, subject, options);
  }
  RunReport runOnce(std::uint64_t seed) const {
    RunOptions options;
    options.seed = seed;
    return runOnce(options);
  }

  const std::shared_ptr<const PluginLibrary> library =
      PluginLibrary::load(Manifest::read(ASHBY_PLUGIN), Unload::keepMapped, CallLimits::none());
  const integration::simulation::Subject subject = connectionLives();
};

// The digest that the program prints for one run.
std::string digestOfAFreshProcess(std::uint64_t seed) {
  const std::string command =
      std::string(SIMULATION) + " --plugin " + ASHBY_PLUGIN + " --trace --seed " + std::to_string(seed);
  FILE* output = popen(command.c_str(), "r");
  std::string line, last;
  for (int c = std::fgetc(output); c != EOF; c = std::fgetc(output)) {
    line += static_cast<char>(c);
    if (c == '\n') last = std::exchange(line, {});
  }
  EXPECT_EQ(pclose(output), 0) << command;
  return last;
}

std::string printed(std::uint64_t digest) {
  char text[32];
  std::snprintf(text, sizeof text, "digest %016llx\n", static_cast<unsigned long long>(digest));
  return text;
}

TEST_F(RunsTest, SameSeedIsTheSameRunInAnyProcess) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) (void)runOnce(seed);
  for (std::uint64_t seed = 1; seed <= 8; ++seed)
    EXPECT_EQ(printed(runOnce(seed).digest), digestOfAFreshProcess(seed)) << "run " << seed;
}

TEST_F(RunsTest, DifferentSeedsDiffer) {
  EXPECT_NE(runOnce(1).digest, runOnce(2).digest);
}

TEST_F(RunsTest, TraceDoesNotChangeTheDigest) {
  RunOptions options;
  options.keepTrace = true;
  const RunReport report = runOnce(options);
  EXPECT_NE(report.trace.find(" event "), std::string::npos);
  EXPECT_EQ(report.digest, runOnce(1).digest);
}

// The state that a process leaves which is really killed at its crash point: the digest of the last durable
// change.
std::optional<std::uint64_t> stateLeftByAKilledProcess(const std::function<void(RunOptions)>& run,
                                                       std::uint64_t seed) {
  int ends[2];
  if (pipe(ends) != 0) return std::nullopt;
  const pid_t child = fork();
  if (child == 0) {
    RunOptions options;
    options.seed = seed;
    options.onDurableChange = [&](std::uint64_t digest) {
      if (write(ends[1], &digest, sizeof digest) != sizeof digest) _exit(3);
    };
    options.onCrash = [] { std::raise(SIGKILL); };
    run(options);
    _exit(0);
  }
  close(ends[1]);
  std::uint64_t last = 0;
  for (std::uint64_t digest = 0; read(ends[0], &digest, sizeof digest) == sizeof digest;) last = digest;
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? std::optional(last) : std::nullopt;
}

TEST_F(RunsTest, CrashLeavesWhatAKillLeaves) {
#ifdef __SANITIZE_THREAD__
  GTEST_SKIP() << "ThreadSanitizer overlooks in a forked process how fibers follow each other";
#endif
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    std::optional<std::uint64_t> simulated;
    RunOptions options;
    options.seed = seed;
    options.onCrashed = [&](std::uint64_t digest) {
      if (!simulated) simulated = digest;
    };
    (void)runOnce(options);
    const auto killed = stateLeftByAKilledProcess([this](RunOptions o) { (void)runOnce(o); }, seed);
    ASSERT_EQ(simulated.has_value(), killed.has_value()) << "run " << seed;
    if (!killed) continue;
    EXPECT_EQ(*simulated, *killed) << "run " << seed;
    ++compared;
  }
  EXPECT_GE(compared, 150);
}

// Found by a plugin with a mistake in it, and made small enough to be read.
TEST_F(RunsTest, FindingIsShrunk) {
  const auto faulty = PluginLibrary::load(Manifest::read(MUTANTS "/forgets_tombstones"));
  RunOptions options;
  RunReport report;
  for (; options.seed <= 2000 && !report.finding; ++options.seed)
    report = integration::simulation::runOnce(faulty, subject, options);
  ASSERT_TRUE(report.finding);
  options.seed = report.seed;
  const RunOptions less = integration::simulation::shrunk(faulty, subject, options, *report.finding);
  const RunReport small = integration::simulation::runOnce(faulty, subject, less);
  ASSERT_TRUE(small.finding);
  EXPECT_EQ(small.finding->invariant, report.finding->invariant);
  EXPECT_LT(small.outsideEvents, report.outsideEvents / 2 + 2);
}

}  // namespace
}  // namespace ashby_simulation
