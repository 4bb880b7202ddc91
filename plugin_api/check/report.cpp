#include "report.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>

#include "integration/json.hpp"

namespace integration::check {

const char* nameOf(Status status) {
  switch (status) {
    case Status::passed:
      return "passed";
    case Status::warning:
      return "warning";
    case Status::failed:
      return "failed";
    case Status::crashed:
      return "crashed";
    case Status::timedOut:
      return "timed-out";
    case Status::skipped:
      return "skipped";
  }
  return "failed";
}

bool keepsContract(const std::vector<Result>& results) {
  return std::all_of(results.begin(), results.end(), [](const Result& result) {
    return result.status == Status::passed || result.status == Status::warning ||
           result.status == Status::skipped;
  });
}

void printList(const std::vector<Check>& checks) {
  for (const Check& check : checks) std::printf("%-34s %s\n", check.name, check.sentence);
}

void printLine(const Result& result) {
  std::printf("%-9s %s\n", nameOf(result.status), result.check->name);
  if (!result.message.empty()) {
    std::printf("          %s\n", result.message.c_str());
    std::printf("          expected: %s\n", result.check->sentence);
  }
}

void printSummary(const std::vector<Result>& results) {
  std::map<std::string, int> counts;
  for (const Result& result : results) ++counts[nameOf(result.status)];
  std::printf("%zu checks:", results.size());
  for (const auto& [name, count] : counts) std::printf(" %d %s", count, name.c_str());
  std::printf("\n");
}

void printJson(const std::filesystem::path& folder, const std::vector<Result>& results) {
  Json list = Json::array();
  for (const Result& result : results)
    list.push_back({{"name", result.check->name},
                    {"status", nameOf(result.status)},
                    {"sentence", result.check->sentence},
                    {"message", result.message}});
  std::cout << Json{{"plugin", folder.string()}, {"ok", keepsContract(results)}, {"checks", list}}.dump(
                   2, ' ', false, Json::error_handler_t::replace)
            << '\n';
}

}  // namespace integration::check
