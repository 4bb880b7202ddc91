// A call on a stack of its own, which stops wherever it asks the host for something.
#pragma once

#include <functional>
#include <memory>

namespace integration::simulation {

// Runs one task after another. Belongs to one thread. A fiber whose task has not ended must not be destroyed.
//
// The state of the C++ run-time that belongs to a thread of control (which exceptions are being handled) is
// switched along, so that one fiber may stop inside a catch block while another throws.
class Fiber {
 public:
  static constexpr std::size_t kStackBytes = 256 * 1024;

  Fiber();
  ~Fiber();
  Fiber(const Fiber&) = delete;
  Fiber& operator=(const Fiber&) = delete;

  // REQUIRES: idle(). The task begins with the next resume() and lets no exception out.
  void give(std::function<void()> task);
  bool idle() const;

  // Runs the task until it suspends or ends. Called from outside.
  void resume();
  // Called by the task: returns from resume(), until the next one.
  void suspend();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace integration::simulation
