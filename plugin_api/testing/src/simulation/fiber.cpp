#include "integration/simulation/fiber.hpp"

#include <cxxabi.h>
#include <sys/mman.h>

#include <boost/context/fiber.hpp>
#include <new>
#include <utility>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif
#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace integration::simulation {
namespace {

namespace context = boost::context;

// A mapped stack with a page below it that faults.
class GuardedStack {
 public:
  static constexpr std::size_t kGuard = 4096;

  context::stack_context allocate() {
    void* memory = mmap(nullptr, kGuard + Fiber::kStackBytes, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    mprotect(memory, kGuard, PROT_NONE);
    context::stack_context stack;
    stack.size = Fiber::kStackBytes;
    stack.sp = static_cast<char*>(memory) + kGuard + Fiber::kStackBytes;
    return stack;
  }
  void deallocate(context::stack_context& stack) noexcept {
    munmap(static_cast<char*>(stack.sp) - stack.size - kGuard, kGuard + stack.size);
  }
};

}  // namespace

struct Fiber::State {
  // The Itanium C++ ABI's __cxa_eh_globals ("Exception Handling", 2.2.2): the exceptions that are being
  // handled, and how many are on their way. There is one per thread, but each fiber has its own.
  struct Exceptions {
    void* caught = nullptr;
    unsigned int uncaught = 0;

    Exceptions swapIn() const {
      return std::exchange(*reinterpret_cast<Exceptions*>(abi::__cxa_get_globals()), *this);
    }
  };

  context::fiber inside, outside;
  std::function<void()> task;
  bool ending = false;
  Exceptions exceptions;  // of the side that doesn't run
#if defined(__SANITIZE_ADDRESS__)
  void* fakeStack = nullptr;
  const void* outsideStack = nullptr;
  std::size_t outsideSize = 0;
  const void* insideStack = nullptr;
#endif
#if defined(__SANITIZE_THREAD__)
  void* insideThread = __tsan_create_fiber(0);
  void* outsideThread = nullptr;
#endif

  void enter() {
    exceptions = exceptions.swapIn();
#if defined(__SANITIZE_ADDRESS__)
    void* fake = nullptr;
    __sanitizer_start_switch_fiber(&fake, insideStack, kStackBytes);
#endif
#if defined(__SANITIZE_THREAD__)
    outsideThread = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(insideThread, 0);
#endif
    inside = std::move(inside).resume();
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(fake, nullptr, nullptr);
#endif
    exceptions = exceptions.swapIn();
  }

  void leave() {
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_start_switch_fiber(ending ? nullptr : &fakeStack, outsideStack, outsideSize);
#endif
#if defined(__SANITIZE_THREAD__)
    __tsan_switch_to_fiber(outsideThread, 0);
#endif
    if (ending) return;
    outside = std::move(outside).resume();
    arrived();
  }

  void arrived() {
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(fakeStack, &outsideStack, &outsideSize);
#endif
  }

  context::fiber run(context::fiber&& from) {
    outside = std::move(from);
    arrived();
    while (!ending) {
      if (task) {
        task();
        task = nullptr;
      }
      leave();
    }
    leave();
    return std::move(outside);
  }
};

Fiber::Fiber() : state_(std::make_unique<State>()) {
  State* state = state_.get();
  GuardedStack stacks;
  const context::stack_context stack = stacks.allocate();
#if defined(__SANITIZE_ADDRESS__)
  state->insideStack = static_cast<char*>(stack.sp) - stack.size;
#endif
  state->inside =
      context::fiber(std::allocator_arg, context::preallocated(stack.sp, stack.size, stack), stacks,
                     [state](context::fiber&& from) { return state->run(std::move(from)); });
}

Fiber::~Fiber() {
  state_->ending = true;
  state_->enter();
#if defined(__SANITIZE_THREAD__)
  __tsan_destroy_fiber(state_->insideThread);
#endif
}

void Fiber::give(std::function<void()> task) {
  state_->task = std::move(task);
}

bool Fiber::idle() const {
  return !state_->task;
}

void Fiber::resume() {
  state_->enter();
}

void Fiber::suspend() {
  state_->leave();
}

}  // namespace integration::simulation
