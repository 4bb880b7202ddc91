// Says which plugin took the process down: one line in a file for each crash, written as the process dies.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace integration {

// A line of the file.
struct CrashRecord {
  std::int64_t at = 0;     // Unix ms
  std::string how;         // "SIGSEGV" and the like, "exit", or the word of appendCrashRecord
  std::string plugin;      // its id; "" outside of every plugin
  std::string entry;       // "run_work" and the like, "load", "extension"
  std::string connection;  // "" while no connection is concerned
  std::string trace;       // of the call
  std::string note;        // the work item that was in hand, "" if there was none
};

// Says which call this thread is in, for as long as the object lives. Objects may be nested. The texts are
// cut at 127 bytes. Anything but printable ASCII becomes '_', and so do quotes and backslashes. [one thread]
class CrashContext {
 public:
  CrashContext(std::string_view plugin, std::string_view entry, std::string_view connection = {},
               std::string_view trace = {});
  ~CrashContext();
  CrashContext(const CrashContext&) = delete;
  CrashContext& operator=(const CrashContext&) = delete;

  // Notes the work item that this thread's innermost call has in hand; "" = none.
  static void note(std::string_view text) noexcept;

  static constexpr std::size_t kTextSize = 128;
  struct Texts {
    char plugin[kTextSize], entry[kTextSize], connection[kTextSize], trace[kTextSize], note[kTextSize];
  };

 private:
  const Texts outer_;
};

// Opens the file, with mode 0600, for the rest of the process. From then on SIGSEGV, SIGABRT, SIGBUS, SIGFPE
// and SIGILL are recorded in it. Then each does what it would have done anyway. A signal that another process
// sent is not recorded. Returns false under a sanitizer, where nothing is installed. Once per process. Throws
// Failure(failedPrecondition) if the file can't be opened.
bool installCrashRecorder(const std::filesystem::path& file);

// The status of a process that a plugin has ended with exit().
inline constexpr int kEndedByPlugin = 70;

// Turns an exit() of a plugin into a record and kEndedByPlugin. That is an exit() within a plugin's call, or
// on a thread other than this one. It runs before functions that were registered with atexit() earlier: call
// it again after each plugin is loaded.
void guardExit();
// Lets the process end by exit() on any thread, until guardExit() is called again.
void allowExit();

// Returns what the file holds, the oldest first and at most its last MiB; nothing if there is no file. A line
// that is torn is left out.
std::vector<CrashRecord> readCrashRecords(const std::filesystem::path& file);

// Appends a line durably, whoever else appends; `at` and the texts are as in CrashContext. Throws
// Failure(unavailable).
void appendCrashRecord(const std::filesystem::path& file, const CrashRecord& record);

}  // namespace integration
