// The line of one crash record, made without memory of the heap: a signal handler writes it.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstring>

#include "integration/host/crash_records.hpp"

namespace integration {

// The call that this thread is in. Plain memory of the executable: a signal handler reads it.
extern thread_local constinit CrashContext::Texts crashTexts;

// Returns the texts of a record as a line has them.
CrashContext::Texts crashTextsOf(const CrashRecord& record);

// Opens the file for appending. Throws Failure(failedPrecondition).
int openCrashRecords(const std::filesystem::path& file);

// Gives this thread a stack of its own for signal handlers, if it has none.
void ensureSignalStack();

class CrashLine {
 public:
  CrashLine(std::int64_t at, const char* how, const CrashContext::Texts& texts) {
    add("{\"at\":");
    size_ = static_cast<std::size_t>(std::to_chars(text_ + size_, text_ + sizeof text_, at).ptr - text_);
    member("how", how);
    member("plugin", texts.plugin);
    member("entry", texts.entry);
    member("connection", texts.connection);
    member("trace", texts.trace);
    member("note", texts.note);
    add("}\n");
  }

  const char* data() const { return text_; }
  std::size_t size() const { return size_; }

 private:
  void member(const char* name, const char* value) {
    add(",\"");
    add(name);
    add("\":\"");
    add(value);
    add("\"");
  }
  void add(const char* text) {
    const std::size_t length = std::min(std::strlen(text), sizeof text_ - size_);
    std::memcpy(text_ + size_, text, length);
    size_ += length;
  }

  char text_[6 * CrashContext::kTextSize + 128];
  std::size_t size_ = 0;
};

}  // namespace integration
