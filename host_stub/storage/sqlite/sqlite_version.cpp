#include "storage/sqlite/sqlite_version.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <iterator>

namespace host_stub {
namespace {

// The statements here use RETURNING.
constexpr int kOldest = 3035000;

// sqlite.org: "wal.html", "cves.html", and the release notes of the versions in which they were mended. The
// bug of the log was mended in 3.44.6 and 3.50.7 too.
constexpr SqliteBug kBugs[] = {
    {3007000, 3051003, "WAL reset: two connections that write and checkpoint at once can lose a commit",
     "one connection writes and checkpoints, in one process"},
    {1000012, 3039002, "CVE-2022-35737: texts of over 2 GB overflow a buffer",
     "nothing over 4 MiB is taken in"},
    {3038000, 3038002, "a Bloom filter leaves rows out of some joins", ""},
};

bool isMendedBranch(const SqliteBug& bug, int version) {
  if (bug.fixedIn != 3051003) return false;
  return (version >= 3044006 && version < 3045000) || (version >= 3050007 && version < 3051000);
}

std::string text(int version) {
  return std::to_string(version / 1'000'000) + "." + std::to_string(version / 1000 % 1000) + "." +
         std::to_string(version % 1000);
}

}  // namespace

int installedSqlite() {
  return sqlite3_libversion_number();
}

std::vector<SqliteBug> knownSqliteBugs(int version) {
  std::vector<SqliteBug> bugs;
  std::copy_if(std::begin(kBugs), std::end(kBugs), std::back_inserter(bugs), [&](const SqliteBug& bug) {
    return version >= bug.since && version < bug.fixedIn && !isMendedBranch(bug, version);
  });
  return bugs;
}

std::string refusalOfSqlite(int version, bool threadSafe) {
  const std::string machines = "this machine's SQLite";
  if (version < kOldest) return machines + " is " + text(version) + ": 3.35 or newer is needed";
  if (!threadSafe) return machines + " was built without threads: install another";
  for (const SqliteBug& bug : knownSqliteBugs(version))
    if (*bug.avoidedBy == '\0')
      return machines + " is " + text(version) + ", which has a bug (" + bug.name + "): install " +
             text(bug.fixedIn) + " or newer";
  return "";
}

}  // namespace host_stub
