// torture KIND NUMBER [SEED]: the real host in the worst of days, for as long as one likes.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "torture.hpp"

namespace {

// Holds what the command line says; the subcommands run what they name.
struct Torture {
  int number = 0;
  std::uint64_t seed = 1;
  bool held = false;  // the host kept its promises

  template <class Run>
  CLI::App* add(CLI::App& program, const char* name, const char* amount, const char* description, Run run) {
    CLI::App* kind = program.add_subcommand(name, description);
    kind->add_option(amount, number)->type_name("")->required()->check(CLI::Range(1, 1'000'000));
    kind->callback([this, run] { held = run(); });
    return kind;
  }
  void addSeed(CLI::App* kind) {
    kind->add_option("SEED", seed, "1 if not given")->type_name("")->check(CLI::Range(1, 1'000'000));
  }
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App program("The real host in the worst of days.", "torture");
  program.set_version_flag("--version", "torture " VERSION);
  program.require_subcommand(1);
  Torture torture;
  const int& number = torture.number;
  const std::uint64_t& seed = torture.seed;
  torture.addSeed(torture.add(program, "kills", "N", "SIGKILL so often under load",
                              [&] { return fault::killAgainAndAgain(number, seed); }));
  torture.addSeed(torture.add(program, "erratic", "N",
                              "so many starts with a plugin that fails and crashes at random",
                              [&] { return fault::failAgainAndAgain(number, seed); }));
  torture.addSeed(torture.add(program, "shuffled", "N",
                              "so many events, each delivered five times from 16 threads",
                              [&] { return fault::shuffleDeliveries(number, seed); }));
  torture.add(program, "overload", "SECONDS", "twice what the host can take",
              [&] { return fault::overload(number); });
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "torture: %s\n", error.what());
    return 1;
  }
  return torture.held ? 0 : 1;
}
