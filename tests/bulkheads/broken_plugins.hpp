// The broken plugins of plugins/, and the expected effect of each.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <ostream>
#include <string>
#include <vector>

namespace bulkheads {

// The effect on the broken plugin's own connection.
enum class Itself {
  isRefused,     // not loaded: nobody can connect to it
  works,         // everything works
  cannotTell,    // its state is unknown
  fails,         // neither its state nor its list works
  isMissing,     // its list is missing, and it is named
  takesNothing,  // its deliveries are answered 503
  cannotAdd,     // its hire can't be added as a member
  cannotEdit,    // its hire can't be edited
  cannotSayWhy,  // it can't explain why somebody is missing
  hangs,         // a delivery, or the work after it, hangs
  endsTheHost,   // a delivery ends the host
  ruinsTheHost,  // after a delivery the host must be restarted
  endsTheStart,  // the host ends at its start
};

struct BrokenPlugin {
  std::string name;
  std::string breaks;  // a phrase for test output
  Itself itself;
  std::string said;         // a part of the host's reason or log, or how the process ends
  bool inTheRound = false;  // ctest runs it too; otherwise only ./dev test --full
};

// Called by GoogleTest.
void PrintTo(const BrokenPlugin& plugin, std::ostream* out);

// Returns the plugins of these kinds, of the round or all others.
std::vector<BrokenPlugin> brokenPlugins(bool inTheRound, std::initializer_list<Itself> kinds);

inline std::string nameOf(const testing::TestParamInfo<BrokenPlugin>& plugin) {
  return plugin.param.name;
}

// Instantiates a suite for the plugins of these kinds: ctest runs those of the round, ./dev test --full all.
#define RUN_FOR(Suite, ...)                                                                              \
  INSTANTIATE_TEST_SUITE_P(Round, Suite, testing::ValuesIn(brokenPlugins(true, {__VA_ARGS__})), nameOf); \
  INSTANTIATE_TEST_SUITE_P(Every, Suite, testing::ValuesIn(brokenPlugins(false, {__VA_ARGS__})), nameOf)

}  // namespace bulkheads
