#include "hosting/crashes/crash_policy.hpp"

#include <algorithm>

namespace host_stub {

using integration::CrashRecord;

namespace {

constexpr std::uint32_t kCrashesOfASuspect = 2;
constexpr std::size_t kConnectionsOfAPlugin = 3;
constexpr std::int64_t kWithinMs = 10 * 60000;
constexpr std::int64_t kFirstBackOffMs = 60000;
constexpr std::int64_t kLongestBackOffMs = 60 * 60000;

std::int64_t backOff(std::uint32_t crashes) {
  if (crashes < kCrashesOfASuspect) return 0;
  return std::min(kLongestBackOffMs, kFirstBackOffMs << std::min(crashes - kCrashesOfASuspect, 10U));
}

std::string reasonFor(std::uint32_t crashes, const CrashRecord& last) {
  return "Its work ended the whole host " + std::to_string(crashes) + " times (" + last.how + " in " +
         last.plugin + "): it runs alone, a minute to an hour after each time.";
}

std::string reasonToPause(std::uint32_t crashes, const CrashRecord& last) {
  return "plugin " + last.plugin + ", connection " + last.connection + ", " + last.entry +
         ": its calls ended the whole host " + std::to_string(crashes) + " times (" + last.how +
         "), so that only its work is done for a while";
}

}  // namespace

CrashPolicy::CrashPolicy(const std::vector<CrashRecord>& records) {
  for (const CrashRecord& record : records) {
    if (record.how == crash_words::kRecovered) {
      workCrashes_.erase(record.connection);
      suspects_.erase(record.connection);
    } else if (record.how == crash_words::kAllowed) {
      falls_.erase(record.plugin);
      std::erase_if(pauses_, [&](const auto& pause) { return pause.second.plugin == record.plugin; });
    } else if (record.how == crash_words::kSetAside) {
      items_[record.connection][record.note] = {0, true};
    } else if (!record.plugin.empty()) {
      count(record);
    }
  }
}

void CrashPolicy::count(const CrashRecord& record) {
  // Each crash while it is loaded is a fall of its own, since no connection of it can be served then.
  std::vector<Fall>& falls = falls_[record.plugin];
  falls.push_back(
      {record.at, record.connection.empty() ? "#" + std::to_string(falls.size()) : record.connection});
  if (record.connection.empty()) return;
  if (record.entry == "run_work")
    countWork(record);
  else
    countCall(record);
}

void CrashPolicy::countWork(const CrashRecord& record) {
  if (!record.note.empty()) ++items_[record.connection][record.note].crashes;
  workCrashes_[record.connection].last = record.at;
  const std::uint32_t crashes = ++workCrashes_[record.connection].count;
  if (crashes < kCrashesOfASuspect) return;
  suspects_[record.connection] = {crashes, record.at + backOff(crashes), reasonFor(crashes, record)};
}

void CrashPolicy::countCall(const CrashRecord& record) {
  Pause& pause = pauses_[record.connection];
  const bool isSoon = record.at - pause.until <= kWithinMs;
  const std::uint32_t crashes = isSoon ? pause.crashes + 1 : 1;
  pause = {crashes, record.at + backOff(crashes), record.plugin, reasonToPause(crashes, record)};
}

std::optional<CrashPolicy::Pause> CrashPolicy::pause(const std::string& connection, std::int64_t now) const {
  const auto found = pauses_.find(connection);
  if (found == pauses_.end() || found->second.until <= now) return std::nullopt;
  return found->second;
}

bool CrashPolicy::isForgivenBy(std::int64_t now, const std::string& connection, bool leftMore) const {
  const auto found = workCrashes_.find(connection);
  if (found == workCrashes_.end()) return false;
  return now - found->second.last >= kWithinMs || (!leftMore && suspects_.contains(connection));
}

std::vector<std::string> CrashPolicy::itemsToSetAside(const std::string& connection) const {
  std::vector<std::string> names;
  const auto found = items_.find(connection);
  if (found == items_.end()) return names;
  for (const auto& [name, item] : found->second)
    if (item.crashes >= (item.wasSetAside ? 1 : kCrashesOfASuspect)) names.push_back(name);
  return names;
}

std::optional<std::string> CrashPolicy::leftOut(const std::string& plugin) const {
  const auto found = falls_.find(plugin);
  if (found == falls_.end()) return std::nullopt;
  for (const Fall& first : found->second) {
    std::set<std::string> connections;
    for (const Fall& fall : found->second)
      if (fall.at >= first.at && fall.at - first.at <= kWithinMs) connections.insert(fall.connection);
    if (connections.size() >= kConnectionsOfAPlugin)
      return "it ended the whole host in calls of " + std::to_string(connections.size()) +
             " connections within ten minutes: replace it, or allow it again with host_stub plugin allow " +
             plugin;
  }
  return std::nullopt;
}

}  // namespace host_stub
