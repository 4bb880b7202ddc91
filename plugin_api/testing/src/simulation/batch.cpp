#include "batch.hpp"

#include <ctime>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace integration::simulation {
namespace {

double coreSeconds() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

struct Worker {
  std::atomic<std::uint64_t> seed = 0, heartbeat = 0;
  std::atomic<bool> done = false;
  BatchReport sum;
};

void add(BatchReport& sum, RunReport run) {
  ++sum.runs;
  sum.hostCalls += run.hostCalls;
  sum.outsideEvents += run.outsideEvents;
  sum.faults += run.faults;
  sum.crashes += run.crashes;
  sum.digest ^= Prng(run.seed ^ run.digest).next();
  sum.met.add(run.met);
  if (run.finding && (!sum.first || run.seed < sum.first->seed)) sum.first = std::move(run);
}

void merge(BatchReport& sum, BatchReport other) {
  sum.runs += other.runs;
  sum.hostCalls += other.hostCalls;
  sum.outsideEvents += other.outsideEvents;
  sum.faults += other.faults;
  sum.crashes += other.crashes;
  sum.digest ^= other.digest;
  sum.coreSeconds += other.coreSeconds;
  sum.met.add(other.met);
  if (other.first && (!sum.first || other.first->seed < sum.first->seed)) sum.first = std::move(other.first);
}

void watch(const std::vector<std::unique_ptr<Worker>>& workers, std::uint64_t firstSeed) {
  std::vector<std::pair<std::uint64_t, int>> seen(workers.size());
  for (bool anyRuns = true; anyRuns;) {
    anyRuns = false;
    for (int i = 0; i < 20 && !anyRuns; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      for (const auto& worker : workers) anyRuns = anyRuns || !worker->done;
      if (!anyRuns) return;
      anyRuns = i == 19;
    }
    for (std::size_t i = 0; i < workers.size(); ++i) {
      auto& [beat, seconds] = seen[i];
      seconds = workers[i]->done || workers[i]->heartbeat != beat ? 0 : seconds + 1;
      beat = workers[i]->heartbeat;
      if (seconds < kStuckSeconds) continue;
      const unsigned long long seed = workers[i]->seed;
      const unsigned long long runs = seed - firstSeed + 1;
      std::printf(
          "FOUND every call comes back | run %llu | after %llu runs | stuck: a lock held across a host "
          "call?\n",
          seed, runs);
      std::fflush(stdout);
      std::_Exit(1);
    }
  }
}

}  // namespace

BatchReport runBatch(const std::shared_ptr<const PluginLibrary>& library, const Subject& subject,
                     const BatchOptions& options) {
  std::atomic<std::uint64_t> next = 0;
  std::atomic<bool> found = false;
  std::vector<std::unique_ptr<Worker>> workers;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < options.jobs; ++i) workers.push_back(std::make_unique<Worker>());
  for (const auto& worker : workers)
    threads.emplace_back([&, &mine = *worker] {
      const double before = coreSeconds();
      while (!found) {
        const std::uint64_t number = next++;
        if (number >= options.runs) break;
        RunOptions run = options.run;
        run.seed += number;
        run.heartbeat = &mine.heartbeat;
        mine.seed = run.seed;
        add(mine.sum, runOnce(library, subject, run));
        if (mine.sum.first) found = true;
      }
      mine.sum.coreSeconds = coreSeconds() - before;
      mine.done = true;
    });
  watch(workers, options.run.seed);
  for (std::thread& thread : threads) thread.join();
  BatchReport sum;
  for (const auto& worker : workers) merge(sum, std::move(worker->sum));
  return sum;
}

}  // namespace integration::simulation
