// Ends the process in configure; the settings say how.
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "sound_plugin.hpp"

namespace {

volatile int sink = 0;
const integration_host* theHost = nullptr;

// Recurses until the stack overflows. Each level is needed after the next one, so it is no tail call.
int recurse(volatile char* above) {
  volatile char here[4096];
  here[0] = above[0];
  sink = sink + 1;
  return sink < 0 ? 0 : recurse(here) + here[0];
}

void busError() {
  char name[] = "/tmp/integration_bus_XXXXXX";
  const int file = mkstemp(name);
  unlink(name);
  auto* const beyond = static_cast<volatile char*>(mmap(nullptr, 4096, PROT_READ, MAP_SHARED, file, 0));
  sink = beyond[0];
}

void freeTwice() {
  char* volatile memory = static_cast<char*>(std::malloc(2000));
  std::free(memory);
  std::free(memory);
}

void die(std::string_view how) {
  volatile int zero = 0;
  volatile char start = 0;
  if (how == "SIGSEGV") *reinterpret_cast<volatile int*>(static_cast<std::uintptr_t>(zero)) = 1;
  if (how == "SIGBUS") busError();
  if (how == "SIGFPE") sink = 100 / zero;
  if (how == "SIGILL") __builtin_trap();
  if (how == "overflow") recurse(&start);
  if (how == "double free") freeTwice();
  if (how == "abort") std::abort();
  if (how == "terminate") std::terminate();
  if (how == "pthread_exit") pthread_exit(nullptr);
  if (how == "exit") std::exit(0);
  if (how == "quick_exit") std::quick_exit(0);
  if (how == "killed") (void)std::raise(SIGKILL);
  if (how == "killed by another") {
    const pid_t host = getpid();
    if (fork() == 0) {
      kill(host, SIGSEGV);
      _exit(0);
    }
    pause();
  }
}

void note(const integration_call* call, const char* item) {
  const integration_view id{INTEGRATION_LOG, std::strlen(INTEGRATION_LOG)};
  const auto* log = static_cast<const integration_log*>(theHost->service(theHost, id));
  log->note(call, {item, std::strlen(item)});
}

integration_api broken() {
  integration_api api = Sound::table();
  api.create = [](const integration_call* call, const integration_host* with, integration_view config,
                  integration_instance** out, integration_sink error) -> int32_t {
    theHost = with;
    return Sound::create(call, with, config, out, error);
  };
  api.configure = [](const integration_call* call, integration_instance*, integration_view settings,
                     integration_sink, integration_sink) -> int32_t {
    const std::string_view how(settings.ptr, settings.len);
    if (how == "with an item in hand" || how == "after an item") note(call, "hire-7");
    if (how == "after an item") note(call, "");
    die(how.ends_with("item") || how.ends_with("hand") ? "abort" : how);
    return INTEGRATION_OK;
  };
  return api;
}

}  // namespace

EXPORT_TABLE(broken())
