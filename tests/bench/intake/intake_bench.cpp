// Measures how many deliveries the real host takes in a second, beside a floor and peers, in one run. Rounds
// alternate, and medians are told. Each id that was acknowledged is looked up in the database afterwards.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>

#include "intake/targets.hpp"
#include "integration/json.hpp"

namespace {

using bench::LoadResult;
using bench::Target;
using integration::Json;

struct Options {
  std::size_t rounds = 3;
  std::size_t milliseconds = 2000;
  std::vector<std::size_t> connections = {1, 16, 64};
  std::string only, json;
};

// The rounds of one target at one number of connections.
struct Row {
  std::string name;
  std::size_t connections;
  std::vector<LoadResult> rounds = {};
  std::vector<double> processorMs = {};  // for each request

  double median(double LoadResult::*figure) const {
    std::vector<double> values;
    for (const LoadResult& round : rounds) values.push_back(round.*figure);
    return middle(values);
  }
  static double middle(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
  }
};

void measure(Target& target, Row& row, const Options& options) {
  const double before = target.processorSeconds();
  const LoadResult result =
      target.round({target.port(), row.connections, std::chrono::milliseconds(options.milliseconds)});
  std::size_t answers = 0;
  for (const auto& [status, count] : result.statuses) answers += count;
  row.processorMs.push_back((target.processorSeconds() - before) * 1000 /
                            static_cast<double>(std::max<std::size_t>(answers, 1)));
  for (const auto& [status, count] : result.statuses)
    if (status != target.expectedStatus())
      std::cout << "  " << row.name << ": " << count << " answers of " << status << "\n";
  row.rounds.push_back(result);
}

double rateOf(const std::vector<Row>& rows, const std::string& name, std::size_t connections) {
  for (const Row& row : rows)
    if (row.name == name && row.connections == connections) return row.median(&LoadResult::perSecond);
  return 0;
}

Json print(const std::vector<Row>& rows) {
  Json all = Json::array();
  std::printf("%-44s %5s %10s %9s %9s %9s %9s %9s\n", "", "conn.", "requests/s", "of floor", "of health",
              "median ms", "p99 ms", "cpu ms");
  for (const Row& row : rows) {
    const double rate = row.median(&LoadResult::perSecond), processor = Row::middle(row.processorMs);
    const double floor = rateOf(rows, bench::kFloor, row.connections),
                 health = rateOf(rows, bench::kHealth, row.connections);
    const double medianMs = row.median(&LoadResult::medianMs), p99 = row.median(&LoadResult::p99Ms);
    std::printf("%-44s %5zu %10.0f %9.3f %9.3f %9.2f %9.2f %9.4f\n", row.name.c_str(), row.connections, rate,
                floor > 0 ? rate / floor : 0, health > 0 ? rate / health : 0, medianMs, p99, processor);
    all.push_back({{"name", row.name},
                   {"connections", row.connections},
                   {"perSecond", rate},
                   {"ofFloor", floor > 0 ? rate / floor : 0},
                   {"ofHealth", health > 0 ? rate / health : 0},
                   {"medianMs", medianMs},
                   {"p99Ms", p99},
                   {"processorMs", processor}});
  }
  return all;
}

int run(const Options& options) {
  std::vector<std::unique_ptr<Target>> targets = bench::makeTargets();
  std::erase_if(targets, [&](const auto& target) {
    return !options.only.empty() && target->name().find(options.only) == std::string::npos;
  });
  std::vector<Row> rows;
  for (const auto& target : targets)
    for (const std::size_t connections : options.connections) rows.push_back({target->name(), connections});
  for (std::size_t round = 0; round < options.rounds; ++round) {
    std::cerr << "round " << round + 1 << " of " << options.rounds << "\n";
    for (Row& row : rows)
      for (const auto& target : targets)
        if (target->name() == row.name) measure(*target, row, options);
  }
  bool isLost = false;
  for (const auto& target : targets) {
    const std::size_t lost = target->lost();
    if (lost > 0) std::cout << target->name() << ": " << lost << " ACKNOWLEDGED AND NOT KEPT\n";
    isLost |= lost > 0;
  }
  const Json table = print(rows);
  if (!options.json.empty()) std::ofstream(options.json) << table.dump(2) << "\n";
  return isLost ? 1 : 0;
}

}  // namespace

int main(int count, char** words) {
  Options options;
  CLI::App program("Deliveries taken in a second, beside a floor and peers");
  program.set_version_flag("--version", "intake_bench " VERSION);
  program.add_option("--rounds", options.rounds, "how often each row is measured");
  program.add_option("--ms", options.milliseconds, "how long one measurement takes");
  program.add_option("--connections", options.connections, "connections at once")->delimiter(',');
  program.add_option("--only", options.only, "the rows whose names hold this");
  program.add_option("--json", options.json, "a file that gets the table");
  CLI11_PARSE(program, count, words);
  try {
    return run(options);
  } catch (const std::exception& error) {
    std::cerr << "intake_bench: " << error.what() << "\n";
    return 1;
  }
}
