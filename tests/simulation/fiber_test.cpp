// A fiber is a thread of control of its own, for exceptions too.
#include "integration/simulation/fiber.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace integration::simulation {
namespace {

TEST(Fiber, StopsWhereItSuspendsAndGoesOnThere) {
  std::vector<int> steps;
  Fiber fiber;
  fiber.give([&] {
    steps.push_back(1);
    fiber.suspend();
    steps.push_back(3);
  });
  fiber.resume();
  steps.push_back(2);
  EXPECT_FALSE(fiber.idle());
  fiber.resume();
  EXPECT_TRUE(fiber.idle());
  EXPECT_EQ(steps, (std::vector<int>{1, 2, 3}));
}

TEST(Fiber, RunsOneTaskAfterAnother) {
  int runs = 0;
  Fiber fiber;
  for (int i = 0; i < 3; ++i) {
    fiber.give([&] { ++runs; });
    fiber.resume();
  }
  EXPECT_EQ(runs, 3);
}

// Each is inside of a catch block while the other throws and catches: with the run-time's one stack of
// exceptions for both, the first would find the second's exception.
TEST(Fiber, KeepsTheExceptionsThatItIsHandling) {
  std::string seen;
  auto handle = [&](Fiber& fiber, const char* name) {
    try {
      throw std::runtime_error(name);
    } catch (const std::exception&) {
      fiber.suspend();
      try {
        throw;
      } catch (const std::exception& again) {
        seen += again.what();
      }
    }
  };
  Fiber first, second;
  first.give([&] { handle(first, "first "); });
  second.give([&] { handle(second, "second "); });
  first.resume();
  second.resume();
  first.resume();
  second.resume();
  EXPECT_EQ(seen, "first second ");
  EXPECT_EQ(std::current_exception(), nullptr);
}

TEST(Fiber, CountsTheExceptionsThatAreOnTheirWay) {
  struct Suspends {
    Fiber& fiber;
    int& uncaught;
    ~Suspends() {
      fiber.suspend();
      uncaught = std::uncaught_exceptions();
    }
  };
  int uncaught = -1;
  Fiber fiber;
  fiber.give([&] {
    try {
      const Suspends suspends{fiber, uncaught};
      throw std::runtime_error("on its way");
    } catch (const std::exception&) {
      fiber.suspend();
    }
  });
  fiber.resume();
  EXPECT_EQ(std::uncaught_exceptions(), 0);
  fiber.resume();
  fiber.resume();
  EXPECT_EQ(uncaught, 1);
}

}  // namespace
}  // namespace integration::simulation
