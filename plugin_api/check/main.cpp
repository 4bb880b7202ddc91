// integration_plugin_check FOLDER: does the plugin in this folder keep the contract?
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "report.hpp"
#include "runner.hpp"

namespace integration::check {
namespace {

constexpr const char* kVersion = "integration_plugin_check " VERSION;

struct Arguments {
  std::string folder;  // or `list`
  bool onlyFailed = false;
  bool json = false;
  bool inProcess = false;
  std::vector<std::string> include;  // names of checks; empty: all
};

void addOptions(CLI::App& program, Arguments& arguments, const std::vector<Check>& all) {
  program.set_version_flag("--version", kVersion);
  program
      .add_option("FOLDER", arguments.folder,
                  "the plugin's folder: manifest.json and its library; or `list`, which names all checks")
      ->type_name("")
      ->required();
  program.add_flag("--only-failed", arguments.onlyFailed, "prints only what failed or warns");
  program.add_flag("--json", arguments.json, "prints JSON");
  program.add_option("--include", arguments.include, "runs this check; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false)
      ->check(
          [&all](const std::string& name) {
            if (std::any_of(all.begin(), all.end(), [&](const Check& check) { return name == check.name; }))
              return std::string();
            return "there is no check \"" + name + "\": integration_plugin_check list names them all";
          },
          "");
  program.add_flag("--in-process", arguments.inProcess, "runs without child processes, for a debugger");
  program.footer("Exit status: 0 the plugin keeps the contract; 1 it does not; 2 bad arguments.");
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
  const std::vector<Check> all = allChecks();
  Arguments arguments;
  CLI::App program("Does the plugin in this folder keep the contract?", "integration_plugin_check");
  addOptions(program, arguments, all);
  try {
    program.parse(count, values);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  }
  if (arguments.folder == "list") {
    printList(all);
    return 0;
  }
  std::vector<Check> chosen;
  for (const std::string& name : arguments.include)
    std::copy_if(all.begin(), all.end(), std::back_inserter(chosen),
                 [&](const Check& check) { return name == check.name; });
  return runAll(arguments, arguments.include.empty() ? all : chosen);
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
