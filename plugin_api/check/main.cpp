// integration_plugin_check FOLDER: does the plugin in this folder keep the contract?
#include <cstdio>
#include <cstring>
#include <optional>

#include "report.hpp"
#include "runner.hpp"

namespace integration::check {
namespace {

constexpr char kUsage[] =
    "usage: integration_plugin_check FOLDER [--only-failed] [--json] [--include NAME]... [--in-process]\n"
    "       integration_plugin_check list\n"
    "FOLDER holds a plugin: manifest.json and its library. Exit status: 0 it keeps the contract, 1 it does "
    "not,\n"
    "2 bad arguments. --in-process runs the checks without child processes, for a debugger.\n";

struct Arguments {
  std::string folder;
  bool onlyFailed = false, json = false, inProcess = false;
  std::vector<std::string> include;
};

std::optional<Arguments> parse(int count, char** values) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string value = values[i];
    if (value == "--only-failed")
      arguments.onlyFailed = true;
    else if (value == "--json")
      arguments.json = true;
    else if (value == "--in-process")
      arguments.inProcess = true;
    else if (value == "--include" && i + 1 < count)
      arguments.include.emplace_back(values[++i]);
    else if (value.rfind("--", 0) != 0 && arguments.folder.empty())
      arguments.folder = value;
    else
      return std::nullopt;
  }
  return arguments.folder.empty() ? std::nullopt : std::optional(arguments);
}

int refuse(const std::string& why) {
  std::fprintf(stderr, "integration_plugin_check: %s\n%s", why.c_str(), kUsage);
  return 2;
}

int runAll(const Arguments& arguments, const std::vector<Check>& checks) {
  // Absolute, since a plugin may change the working directory.
  const auto folder = std::filesystem::absolute(arguments.folder);
  std::vector<Result> results;
  for (const Check& check : checks) {
    results.push_back(arguments.inProcess ? runHere(check, folder) : runInChild(check, folder));
    const bool bad = !keepsContract({results.back()}) || results.back().status == Status::warning;
    if (!arguments.json && (bad || !arguments.onlyFailed)) printLine(results.back());
  }
  arguments.json ? printJson(arguments.folder, results) : printSummary(results);
  return keepsContract(results) ? 0 : 1;
}

int run(int count, char** values) {
  const std::optional<Arguments> arguments = parse(count, values);
  if (!arguments) return refuse("bad arguments");
  const std::vector<Check> all = allChecks();
  if (arguments->folder == "list") {
    printList(all);
    return 0;
  }
  std::vector<Check> chosen;
  for (const std::string& name : arguments->include) {
    bool known = false;
    for (const Check& check : all)
      if (name == check.name) {
        chosen.push_back(check);
        known = true;
      }
    if (!known)
      return refuse("there is no check \"" + name + "\": integration_plugin_check list names them all");
  }
  return runAll(*arguments, arguments->include.empty() ? all : chosen);
}

}  // namespace

std::vector<Check> allChecks() {
  std::vector<Check> all;
  for (const auto& group : {fileChecks(), entryChecks(), lifecycleChecks(), enablementChecks(), inputChecks(),
                            serviceChecks(), answerChecks(), processChecks()})
    all.insert(all.end(), group.begin(), group.end());
  return all;
}

}  // namespace integration::check

int main(int count, char** values) {
  return integration::check::run(count, values);
}
