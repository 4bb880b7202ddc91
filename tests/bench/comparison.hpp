// Compares a figure with its floor: the least time that the same work costs, measured in the same run.
#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <vector>

namespace bench {

// A pair of names of benchmarks.
struct Comparison {
  std::string figure;
  std::string floor;
};

// Collects the medians; prints one line for each comparison at the end.
class ComparisonReporter : public benchmark::BenchmarkReporter {
 public:
  explicit ComparisonReporter(std::vector<Comparison> comparisons) : comparisons_(std::move(comparisons)) {}

  bool ReportContext(const Context& context) override;
  void ReportRuns(const std::vector<Run>& runs) override;
  void Finalize() override;

  bool failed() const { return failed_; }

 private:
  std::vector<Comparison> comparisons_;
  std::map<std::string, double> medians_;  // seconds for one iteration
  bool failed_ = false;
};

}  // namespace bench
