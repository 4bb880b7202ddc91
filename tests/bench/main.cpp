#include <CLI/CLI.hpp>
#include <array>

#include "comparison.hpp"

int main(int count, char** values) {
  // Google Benchmark handles all other options, --help among them.
  CLI::App program;
  program.set_help_flag();
  program.set_version_flag("--version", "integration_bench " VERSION);
  program.allow_extras();
  CLI11_PARSE(program, count, values);

  // Repetitions are interleaved, so that a noisy moment affects figure and floor alike. The user's options
  // come later and win.
  std::array defaults = {"--benchmark_repetitions=5", "--benchmark_enable_random_interleaving=true",
                         "--benchmark_min_time=0.2"};
  std::vector<char*> arguments = {values[0]};
  for (const char* option : defaults) arguments.push_back(const_cast<char*>(option));
  arguments.insert(arguments.end(), values + 1, values + count);
  int argumentCount = static_cast<int>(arguments.size());
  benchmark::Initialize(&argumentCount, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(argumentCount, arguments.data())) return 2;

  bench::ComparisonReporter reporter({
      {"verify a webhook's signature", "HMAC-SHA256 alone"},
      {"read a webhook's body", "simdjson alone"},
      {"verify and read a webhook", "HMAC-SHA256 and simdjson alone"},
      {"commit to a connection's store", "raw SQLite FULL commit of one row"},
      {"commits of 16 threads, each", "raw SQLite FULL commit of one row"},
      {"commits of 16 threads, each", "raw SQLite FULL, 16 rows a commit, each row"},
      {"list 50 of 10,000 new hires", "scan of the 10,000 alone"},
      {"list 50 of 10,000 by last name", "scan of the 10,000 alone"},
      {"search 10,000 new hires", "scan of the 10,000 alone"},
  });
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return reporter.failed() ? 1 : 0;
}
