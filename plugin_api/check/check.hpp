// A check of a plugin: a name, a sentence that must be true of every plugin, and a function that finds out.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace integration::check {

enum class Status { passed, warning, failed, crashed, timedOut, skipped };

const char* nameOf(Status status);

// How a check ends that doesn't pass. Anything else that is thrown is a failure too.
struct Verdict : std::runtime_error {
  Verdict(Status what, const std::string& why) : std::runtime_error(why), status(what) {}
  Status status;
};

inline void expect(bool holds, const std::string& otherwise) {
  if (!holds) throw Verdict(Status::failed, otherwise);
}
inline void skipUnless(bool holds, const std::string& why) {
  if (!holds) throw Verdict(Status::skipped, why);
}

struct Check {
  const char* name;
  const char* sentence;
  void (*run)(const std::filesystem::path& folder);
};

struct Result {
  const Check* check = nullptr;
  Status status = Status::failed;
  std::string message;
};

// All checks, in the order in which they are run.
std::vector<Check> allChecks();

std::vector<Check> fileChecks();
std::vector<Check> entryChecks();
std::vector<Check> lifecycleChecks();
std::vector<Check> enablementChecks();
std::vector<Check> inputChecks();
std::vector<Check> serviceChecks();
std::vector<Check> answerChecks();
std::vector<Check> processChecks();

}  // namespace integration::check
