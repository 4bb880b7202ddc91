// The crash records of a data folder, for as long as the host serves it.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "hosting/crashes/crash_policy.hpp"
#include "integration/host/plugin_observer.hpp"
#include "services/log.hpp"

namespace host_stub {

// The file of the records in a data folder.
std::filesystem::path crashRecordsFile(const std::filesystem::path& data);

// Throws Failure, or DataError from the constructor, if a file can't be written. [thread-safe]
class CrashWatch {
 public:
  // Records crashes from here on, and reads the records of earlier processes. Logs a warning if the last
  // process did not end cleanly. The folder must exist and be locked.
  CrashWatch(const std::filesystem::path& data, LogWriter& log);
  ~CrashWatch();  // the host ends cleanly
  CrashWatch(const CrashWatch&) = delete;
  CrashWatch& operator=(const CrashWatch&) = delete;

  // The state of one connection's work, decided by the records of earlier processes.
  std::optional<CrashPolicy::Suspect> suspect(const std::string& connection) const;
  // Why calls of the connection, its work aside, are not made now; null if they are.
  std::optional<CrashPolicy::Pause> pause(const std::string& connection) const;
  std::optional<std::string> leftOut(const std::string& plugin) const;

  // As CrashPolicy tells them; one that was set aside is no longer among them.
  std::vector<std::string> itemsToSetAside(const std::string& connection) const;
  void wasSetAside(const std::string& connection, const std::string& item);

  // Tells that a run of the connection's work has come to its end; kept if the run forgives its crashes.
  void worked(const std::string& connection, bool leftMore);
  // Ends the process with kEndedByPlugin and a record, since the plugin of the call keeps the host from its
  // start. After three such records within ten minutes the plugin is left out.
  [[noreturn]] void endForHungLoad(const integration::PluginCall& call);

 private:
  void add(const integration::CrashRecord& record);

  const std::filesystem::path records_, mark_;  // mark_: there until the host ends cleanly
  LogWriter& log_;
  mutable std::mutex mutex_;
  std::vector<integration::CrashRecord> all_;
  CrashPolicy policy_{{}};
};

}  // namespace host_stub
