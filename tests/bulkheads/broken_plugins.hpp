// The broken plugins of plugins/, and what is expected of each.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <ostream>
#include <string>
#include <vector>

namespace bulkheads {

// The fate of a broken plugin's own connection.
enum class Itself {
  isRefused,     // not loaded: nobody can connect to it
  works,         // as a sound one does
  cannotTell,    // its state
  fails,         // state and list
  isMissing,     // its part of the list is, and is named
  takesNothing,  // its deliveries are answered 503
  cannotAdd,     // its hire as a member
  cannotEdit,    // its hire
  cannotSayWhy,  // somebody is missing
  hangs,         // in a delivery, or in the work that follows
  endsTheHost,   // in a delivery
  ruinsTheHost,  // in a delivery: it must be started again
  endsTheStart,  // of the host
};

struct BrokenPlugin {
  std::string name;
  std::string breaks;  // how
  Itself itself;
  std::string said;         // a part of the reason that the host gives
  bool inTheRound = false;  // run by ctest, too; all others by ./dev test --full alone
};

// For GoogleTest.
void PrintTo(const BrokenPlugin& plugin, std::ostream* out);

// Returns those of the round, or all others, of these kinds.
std::vector<BrokenPlugin> brokenPlugins(bool inTheRound, std::initializer_list<Itself> kinds);

inline std::string nameOf(const testing::TestParamInfo<BrokenPlugin>& plugin) {
  return plugin.param.name;
}

// Runs a suite for the plugins of these kinds: ctest runs those of the round, ./dev test --full all.
#define RUN_FOR(Suite, ...)                                                                              \
  INSTANTIATE_TEST_SUITE_P(Round, Suite, testing::ValuesIn(brokenPlugins(true, {__VA_ARGS__})), nameOf); \
  INSTANTIATE_TEST_SUITE_P(Every, Suite, testing::ValuesIn(brokenPlugins(false, {__VA_ARGS__})), nameOf)

}  // namespace bulkheads
