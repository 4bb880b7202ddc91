#include "comparison.hpp"

#include <cstdio>
#include <iostream>

namespace bench {
namespace {

std::string shown(double seconds) {
  char text[32];
  const bool small = seconds < 1e-3;
  std::snprintf(text, sizeof text, small ? "%.2f us" : "%.2f ms", seconds * (small ? 1e6 : 1e3));
  return text;
}

// Returns the real time if the benchmark measures it, as it must when waiting for the disk counts. Otherwise
// returns the processor time.
double secondsOf(const benchmark::BenchmarkReporter::Run& run) {
  const bool real = run.run_name.time_type == "real_time";
  return (real ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime()) /
         benchmark::GetTimeUnitMultiplier(run.time_unit);
}

}  // namespace

bool ComparisonReporter::ReportContext(const Context& context) {
  const auto& load = context.cpu_info.load_avg;
  std::printf("%d cores, load %.1f. Times are of this machine at this moment: compare the ratios.\n\n",
              context.cpu_info.num_cpus, load.empty() ? 0.0 : load.front());
  return true;
}

void ComparisonReporter::ReportRuns(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    if (run.error_occurred) {
      std::cerr << run.run_name.function_name << ": " << run.error_message << '\n';
      failed_ = true;
    } else if (run.aggregate_name == "median") {
      medians_[run.run_name.function_name] = secondsOf(run);
    }
  }
}

void ComparisonReporter::Finalize() {
  std::printf("%-32s %11s   %-44s %11s %8s\n", "figure", "", "its floor", "", "ratio");
  for (const auto& [figure, floor] : comparisons_) {
    const auto measured = medians_.find(figure), least = medians_.find(floor);
    if (measured == medians_.end() || least == medians_.end()) continue;
    std::printf("%-32s %11s   %-44s %11s %7.2fx\n", figure.c_str(), shown(measured->second).c_str(),
                floor.c_str(), shown(least->second).c_str(), measured->second / least->second);
  }
}

}  // namespace bench
