#include "storage/sqlite/sqlite_version.hpp"

#include <gmock/gmock.h>

namespace host_stub {
namespace {

using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

bool has(int version, const std::string& bug) {
  const auto bugs = knownSqliteBugs(version);
  return std::any_of(bugs.begin(), bugs.end(),
                     [&](const SqliteBug& one) { return std::string(one.name).starts_with(bug); });
}

TEST(SqliteVersion, OfDebianHasABugThatIsAvoidedAndIsTaken) {
  EXPECT_TRUE(has(3040001, "WAL reset"));
  EXPECT_THAT(refusalOfSqlite(3040001, true), IsEmpty());
}

TEST(SqliteVersion, ThatIsMendedHasNoKnownBug) {
  for (const int version : {3044006, 3050007, 3051003, 3060000})
    EXPECT_THAT(knownSqliteBugs(version), IsEmpty()) << version;
  EXPECT_TRUE(has(3045000, "WAL reset"));
}

TEST(SqliteVersion, ThatIsTooOldOrWrongIsRefusedWithWhatToDo) {
  EXPECT_THAT(refusalOfSqlite(3034001, true), HasSubstr("3.34.1: 3.35 or newer is needed"));
  EXPECT_THAT(refusalOfSqlite(3040001, false), HasSubstr("without threads"));
  EXPECT_THAT(refusalOfSqlite(3038001, true), HasSubstr("install 3.38.2 or newer"));
}

}  // namespace
}  // namespace host_stub
