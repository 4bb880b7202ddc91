#include <algorithm>
#include <atomic>

#include "crash_line.hpp"

namespace integration {

thread_local constinit CrashContext::Texts crashTexts{};

namespace {

using Place = char[CrashContext::kTextSize];

void set(Place& to, std::string_view from) {
  const std::size_t length = std::min(from.size(), CrashContext::kTextSize - 1);
  for (std::size_t i = 0; i < length; ++i) {
    const bool plain = from[i] > ' ' && from[i] <= '~' && from[i] != '"' && from[i] != '\\';
    to[i] = plain ? from[i] : '_';
  }
  to[length] = '\0';
}

}  // namespace

CrashContext::CrashContext(std::string_view plugin, std::string_view entry, std::string_view connection,
                           std::string_view trace)
    : outer_(crashTexts) {
  ensureSignalStack();
  set(crashTexts.plugin, plugin);
  set(crashTexts.entry, entry);
  set(crashTexts.connection, connection);
  set(crashTexts.trace, trace);
  set(crashTexts.note, {});
  std::atomic_signal_fence(std::memory_order_release);
}

CrashContext::~CrashContext() {
  crashTexts = outer_;
  std::atomic_signal_fence(std::memory_order_release);
}

void CrashContext::note(std::string_view text) noexcept {
  set(crashTexts.note, text);
  std::atomic_signal_fence(std::memory_order_release);
}

CrashContext::Texts crashTextsOf(const CrashRecord& record) {
  CrashContext::Texts texts{};
  set(texts.plugin, record.plugin);
  set(texts.entry, record.entry);
  set(texts.connection, record.connection);
  set(texts.trace, record.trace);
  set(texts.note, record.note);
  return texts;
}

}  // namespace integration
