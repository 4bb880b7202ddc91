// torture KIND NUMBER [SEED]: the real host in the worst of days, for as long as one likes.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>

#include "torture.hpp"

namespace {

int usage() {
  std::fprintf(stderr,
               "torture kills N [SEED]       SIGKILL so often under load\n"
               "torture erratic N [SEED]     so many starts with a plugin that fails and crashes at random\n"
               "torture shuffled N [SEED]    so many events, each delivered five times from 16 threads\n"
               "torture overload SECONDS     twice what the host can take\n");
  return 2;
}

// Positive, or 0.
int numberOf(const char* text) {
  char* end = nullptr;
  const long number = std::strtol(text, &end, 10);
  return *end == '\0' && number > 0 && number <= 1'000'000 ? static_cast<int>(number) : 0;
}

}  // namespace

int main(int argc, char** argv) {
  const int number = argc > 2 ? numberOf(argv[2]) : 0;
  const auto seed = static_cast<std::uint64_t>(argc > 3 ? numberOf(argv[3]) : 1);
  if (number == 0 || argc > 4) return usage();
  try {
    if (std::strcmp(argv[1], "kills") == 0) return fault::killAgainAndAgain(number, seed) ? 0 : 1;
    if (std::strcmp(argv[1], "erratic") == 0) return fault::failAgainAndAgain(number, seed) ? 0 : 1;
    if (std::strcmp(argv[1], "shuffled") == 0) return fault::shuffleDeliveries(number, seed) ? 0 : 1;
    if (std::strcmp(argv[1], "overload") == 0) return fault::overload(number) ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "torture: %s\n", error.what());
    return 1;
  }
  return usage();
}
