// host_stub: a small real HR platform that integrations are run and tested with.
#include <CLI/CLI.hpp>
#include <iostream>
#include <sstream>

#include "commands/commands.hpp"
#include "integration/abi.h"
#include "integration/status.hpp"
#include "storage/data_errors.hpp"
#include "storage/sqlite/sqlite_version.hpp"

namespace {

enum ExitStatus { kFailed = 1, kBadArguments = 2, kDataInUse = 3, kDataDamaged = 4 };

int complain(const std::string& what, ExitStatus status) {
  std::cerr << "host_stub: " << what << std::endl;
  return status;
}

std::string version() {
  std::ostringstream text;
  text << "host_stub, for plugins of ABI " << INTEGRATION_ABI_MAJOR << '.' << INTEGRATION_ABI_MINOR;
  for (const host_stub::SqliteBug& bug : host_stub::knownSqliteBugs(host_stub::installedSqlite()))
    text << "\nThis machine's SQLite has a bug, which is avoided. " << bug.name
         << ". Avoided by: " << bug.avoidedBy;
  return text.str();
}

// Parses the command line, which runs its command.
int run(int count, char** words) {
  CLI::App program("A small real HR platform that integrations are run and tested with.", "host_stub");
  // At each level, the help of everything below it.
  program.set_help_flag();
  program.set_help_all_flag("-h,--help", "prints this and exits");
  program.set_version_flag("--version", version, "prints the version and exits");
  program.require_subcommand(1);
  host_stub::addServe(program);
  host_stub::addUser(program);
  host_stub::addPlugin(program);
  program.add_subcommand("help", "prints this and exits")->callback([&] {
    std::cout << program.get_formatter()->make_help(&program, program.get_name(), CLI::AppFormatMode::All);
  });
  program.footer(
      "Exit status: 0; 2 bad arguments; 3 data folder in use; 4 data damaged; 70 ended by a plugin; 71 "
      "something still ran at the end; 1 anything else.");
  try {
    program.parse(count, words);
    return 0;
  } catch (const CLI::Success& asked) {
    return program.exit(asked);
  } catch (const CLI::ParseError& error) {
    const std::vector<std::string> unknown = program.remaining(true);
    const std::string what = unknown.empty() ? error.what() : "unknown argument " + unknown.front();
    return complain(what + " (host_stub --help explains the arguments)", kBadArguments);
  }
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(count, words);
  } catch (const host_stub::DataInUse& error) {
    return complain(error.what(), kDataInUse);
  } catch (const host_stub::DataDamaged& error) {
    return complain(error.what(), kDataDamaged);
  } catch (const integration::Failure& failure) {
    if (failure.code() != integration::Code::dataLoss) return complain(failure.what(), kFailed);
    return complain(
        std::string(failure.what()) + ". Keep a copy of the whole data folder, then put back a backup of it",
        kDataDamaged);
  } catch (const std::exception& error) {
    return complain(error.what(), kFailed);
  }
}
