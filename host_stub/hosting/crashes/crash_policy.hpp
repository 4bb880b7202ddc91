// Decides from the crash records which connections run alone or pause, which plugins are left out. Pure
// logic; a host that was killed, or lost its power, has left no record.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "integration/host/crash_records.hpp"

namespace host_stub {

// Words that the host itself adds to the records.
namespace crash_words {
inline constexpr const char* kRecovered = "recovered";  // a run that forgives crashes has ended
inline constexpr const char* kAllowed = "allowed";      // the plugin, by a person
inline constexpr const char* kSetAside = "set-aside";   // the work item in `note` of the connection
}  // namespace crash_words

// [immutable]
class CrashPolicy {
 public:
  // The oldest first.
  explicit CrashPolicy(const std::vector<integration::CrashRecord>& records);

  // A connection whose run_work stands in two records since a run of it last forgave its crashes.
  struct Suspect {
    std::uint32_t crashes = 0;
    std::int64_t notBefore = 0;  // Unix ms: the last crash and a minute, doubling with each to an hour
    std::string reason;          // for people
  };
  // By the connection's id.
  const std::map<std::string, Suspect>& suspects() const { return suspects_; }

  // A pause of a connection's calls except run_work, after two crashes in them within ten minutes. Otherwise
  // a delivery that is sent again and again would end the host each time.
  struct Pause {
    std::uint32_t crashes = 0;
    std::int64_t until = 0;  // Unix ms: the last crash and a minute, doubling with each to an hour
    std::string plugin;
    std::string reason;  // for people
  };
  // Returns null if the connection's calls may be made now (Unix ms).
  std::optional<Pause> pause(const std::string& connection, std::int64_t now) const;

  // Returns whether a good run that ends now (Unix ms) forgives the connection its crashes. It does if the
  // last crash is ten minutes ago. It also does if the connection is a suspect, which runs alone, and the run
  // left no more to do. Otherwise a good first run after each start would keep the crashes from being
  // counted.
  bool isForgivenBy(std::int64_t now, const std::string& connection, bool leftMore) const;

  // Returns the work items that the connection's run_work had in hand in two crashes. After an item was set
  // aside, one crash is enough.
  std::vector<std::string> itemsToSetAside(const std::string& connection) const;

  // Returns why the plugin must not be loaded; nullopt if it may. It must not after crashes in calls of three
  // connections within ten minutes, until somebody allows it again. A crash while it is loaded counts as a
  // connection of its own.
  std::optional<std::string> leftOut(const std::string& plugin) const;

 private:
  struct Item {
    std::uint32_t crashes = 0;  // since it was last set aside
    bool wasSetAside = false;
  };
  struct Fall {
    std::int64_t at;
    std::string connection;
  };

  void count(const integration::CrashRecord& record);
  void countWork(const integration::CrashRecord& record);
  void countCall(const integration::CrashRecord& record);

  std::map<std::string, Suspect> suspects_;
  struct WorkCrashes {
    std::uint32_t count = 0;
    std::int64_t last = 0;  // Unix ms
  };
  std::map<std::string, WorkCrashes> workCrashes_;            // by connection
  std::map<std::string, Pause> pauses_;                       // by connection; over, or not begun, too
  std::map<std::string, std::map<std::string, Item>> items_;  // by connection and item
  std::map<std::string, std::vector<Fall>> falls_;            // by plugin
};

}  // namespace host_stub
