// Which of SQLite's known bugs this machine's version has, and how the data is kept clear of them.
#pragma once

#include <string>
#include <vector>

namespace host_stub {

// As sqlite3_libversion_number() gives them: 3.40.1 is 3040001.
struct SqliteBug {
  int since = 0, fixedIn = 0;
  const char* name = "";
  const char* avoidedBy = "";  // "" if it can't be: such a version is refused
};

int installedSqlite();

// Those that concern what the host does with SQLite.
std::vector<SqliteBug> knownSqliteBugs(int version);

// Why the data can't be trusted to this version; "" if it can.
std::string refusalOfSqlite(int version, bool threadSafe);

}  // namespace host_stub
