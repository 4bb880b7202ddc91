#include "hosting/crashes/crash_watch.hpp"

#include <unistd.h>

#include "integration/time.hpp"
#include "services/system_clock.hpp"
#include "storage/folder_lock.hpp"

namespace host_stub {

using integration::CrashRecord;

std::filesystem::path crashRecordsFile(const std::filesystem::path& data) {
  return data / "crashes";
}

CrashWatch::CrashWatch(const std::filesystem::path& data, LogWriter& log)
    : records_(crashRecordsFile(data)), mark_(data / "serving"), log_(log) {
  integration::installCrashRecorder(records_);
  integration::guardExit();
  all_ = integration::readCrashRecords(records_);
  policy_ = CrashPolicy(all_);
  if (std::filesystem::exists(mark_)) {
    std::string last = "none";
    if (!all_.empty())
      last = all_.back().how + " in " + all_.back().plugin + ", " + all_.back().entry + ", connection " +
             all_.back().connection + ", at " + integration::formatTime(all_.back().at);
    log_.warning("the last host on this data folder did not end cleanly", {{"lastCrashRecord", last}});
  }
  makePrivateFile(mark_);
}

CrashWatch::~CrashWatch() {
  integration::allowExit();
  std::error_code error;
  std::filesystem::remove(mark_, error);
  if (error) log_.warning("the mark of a running host can't be removed", {{"reason", error.message()}});
}

std::optional<CrashPolicy::Suspect> CrashWatch::suspect(const std::string& connection) const {
  const std::lock_guard lock(mutex_);
  const auto found = policy_.suspects().find(connection);
  return found == policy_.suspects().end() ? std::nullopt : std::optional(found->second);
}

std::optional<CrashPolicy::Pause> CrashWatch::pause(const std::string& connection) const {
  const std::lock_guard lock(mutex_);
  return policy_.pause(connection, unixNow());
}

std::optional<std::string> CrashWatch::leftOut(const std::string& plugin) const {
  const std::lock_guard lock(mutex_);
  return policy_.leftOut(plugin);
}

std::vector<std::string> CrashWatch::itemsToSetAside(const std::string& connection) const {
  const std::lock_guard lock(mutex_);
  return policy_.itemsToSetAside(connection);
}

void CrashWatch::wasSetAside(const std::string& connection, const std::string& item) {
  add({unixNow(), crash_words::kSetAside, {}, {}, connection, {}, item});
  log_.warning("a work item that crashed the host was set aside",
               {{"connection", connection}, {"item", item}});
}

void CrashWatch::worked(const std::string& connection, bool leftMore) {
  {
    const std::lock_guard lock(mutex_);
    if (!policy_.isForgivenBy(unixNow(), connection, leftMore)) return;
  }
  add({unixNow(), crash_words::kRecovered, {}, {}, connection, {}, {}});
  log_.info("a connection's work has come to its end again", {{"connection", connection}});
}

void CrashWatch::endForHungLoad(const integration::PluginCall& call) {
  log_.warning("a plugin hangs while it is loaded: the host ends, and leaves it out after three times",
               {{"plugin", call.plugin}});
  try {
    integration::appendCrashRecord(records_, {unixNow(), "hang", call.plugin, call.entry, {}, {}, {}});
  } catch (const std::exception& error) {
    log_.warning("the record of it can't be written", {{"reason", error.what()}});
  }
  log_.flush();
  _exit(integration::kEndedByPlugin);
}

void CrashWatch::add(const CrashRecord& record) {
  const std::lock_guard lock(mutex_);
  integration::appendCrashRecord(records_, record);
  all_.push_back(record);
  policy_ = CrashPolicy(all_);
}

}  // namespace host_stub
