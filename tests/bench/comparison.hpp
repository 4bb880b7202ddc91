// A figure beside its floor: what the same work costs at least, measured in the same run.
#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <vector>

namespace bench {

// Both are names of benchmarks.
struct Comparison {
  std::string figure;
  std::string floor;
};

// Collects the medians and prints a line per comparison at the end.
class ComparisonReporter : public benchmark::BenchmarkReporter {
 public:
  explicit ComparisonReporter(std::vector<Comparison> comparisons) : comparisons_(std::move(comparisons)) {}

  bool ReportContext(const Context& context) override;
  void ReportRuns(const std::vector<Run>& runs) override;
  void Finalize() override;

  bool failed() const { return failed_; }

 private:
  std::vector<Comparison> comparisons_;
  std::map<std::string, double> medians_;  // seconds an iteration
  bool failed_ = false;
};

}  // namespace bench
