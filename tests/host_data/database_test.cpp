#include <sqlite3.h>
#include <sys/stat.h>

#include "host_data/data_fixture.hpp"
#include "host_data/nadia.hpp"
#include "people/members.hpp"
#include "storage/data_errors.hpp"
#include "storage/schema.hpp"
#include "storage/upgrade/schema_copy.hpp"

namespace host_stub {
namespace {

namespace fs = std::filesystem;

class DatabaseTest : public testing::Test {
 protected:
  DataFolder folder_;

  // Changes the database as another program would.
  void alter(const std::string& statement) {
    SqlSession sql(folder_ / "host.db");
    sql.script(statement.c_str());
  }
  void fill() {
    Database database(folder_.path());
    WorkSchedule wakes(database);
    SqliteStore store(database, wakes, Connections(database).create("main", "ashby", "Ashby", 1000).key,
                      false);
    for (int i = 0; i < 20; ++i)
      ASSERT_TRUE(
          store.commit({{integration::Op::put("key" + std::to_string(i), std::string(100000, 'v'))}, 0})
              .ok());
    ASSERT_TRUE(database.emptyLog());
  }
  // Expects that opening fails, says what to do, and leaves all bytes as they were.
  template <class Error>
  void expectRefused(const std::string& saying) {
    const std::string before = DataFolder::read(folder_ / "host.db");
    const std::string message = messageOf<Error>([&] { Database database(folder_.path()); });
    EXPECT_THAT(message, testing::HasSubstr(saying));
    EXPECT_THAT(message, testing::HasSubstr(folder_.path().string()));
    EXPECT_EQ(DataFolder::read(folder_ / "host.db"), before);
  }
};

TEST_F(DatabaseTest, NewDatabaseIsReadableByOwnerOnly) {
  const fs::path fresh = folder_.path() / "a" / "b";
  const Database database(fresh);
  struct stat status {};
  ASSERT_EQ(::stat((fresh / "host.db").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  ASSERT_EQ(::stat(fresh.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0700u);
  EXPECT_FALSE(fs::exists(fresh / "host.db.new"));
}

TEST_F(DatabaseTest, WriterIsDurableAndReadersNeverCheckpoint) {
  Database database(folder_.path());
  database.write([](SqlSession& sql) {
    EXPECT_EQ(sql.pragma("journal_mode"), "wal");
    EXPECT_EQ(sql.pragma("synchronous"), "2");
    EXPECT_EQ(sql.pragma("page_size"), "16384");
    EXPECT_EQ(sql.pragma("wal_autocheckpoint"), "250");
    EXPECT_EQ(sql.pragma("foreign_keys"), "1");
    EXPECT_EQ(sql.pragma("secure_delete"), "1");
  });
  database.read([](SqlSession& sql) {
    EXPECT_EQ(sql.pragma("query_only"), "1");
    EXPECT_EQ(sql.pragma("wal_autocheckpoint"), "0");
  });
}

TEST_F(DatabaseTest, AFolderInUseIsRefusedUntilItsHolderIsGone) {
  {
    const Database holder(folder_.path());
    EXPECT_THAT(messageOf<DataInUse>([&] { Database second(folder_.path()); }), testing::HasSubstr("in use"));
  }
  EXPECT_NO_THROW(Database(folder_.path()));
}

TEST_F(DatabaseTest, AFolderThatCantBeMadeIsNamed) {
  DataFolder::write(folder_ / "file", "");
  EXPECT_THAT(messageOf<DataError>([&] { Database database(folder_ / "file" / "data"); }),
              testing::HasSubstr((folder_ / "file" / "data").string()));
}

TEST_F(DatabaseTest, OtherFilesMayLieInTheFolder) {
  DataFolder::write(folder_ / "notes.txt", "mine");
  DataFolder::write(folder_ / "host.db.new", "left by a start that was cut off");
  { const Database database(folder_.path()); }
  EXPECT_EQ(DataFolder::read(folder_ / "notes.txt"), "mine");
}

TEST_F(DatabaseTest, AFileThatIsNoDatabaseIsDamaged) {
  DataFolder::write(folder_ / "host.db", std::string(50000, 'x'));
  expectRefused<DataDamaged>("It was left as it is");
}

TEST_F(DatabaseTest, AnEmptyFileIsDamagedAndNotBegunAnew) {
  DataFolder::write(folder_ / "host.db", "");
  expectRefused<DataDamaged>("is empty");
}

TEST_F(DatabaseTest, MissingFileBesideLogIsDamageAndLogIsKept) {
  DataFolder::write(folder_ / "host.db-wal", "acknowledged");
  EXPECT_THAT(messageOf<DataDamaged>([&] { Database database(folder_.path()); }),
              testing::HasSubstr("host.db-wal"));
  EXPECT_EQ(DataFolder::read(folder_ / "host.db-wal"), "acknowledged");
  EXPECT_FALSE(fs::exists(folder_ / "host.db"));
}

TEST_F(DatabaseTest, AFileThatWasCutOffIsDamaged) {
  fill();
  fs::resize_file(folder_ / "host.db", fs::file_size(folder_ / "host.db") / 2);
  expectRefused<DataDamaged>("backup");
}

TEST_F(DatabaseTest, AFileWithATableOverwrittenIsDamaged) {
  fill();
  std::string bytes = DataFolder::read(folder_ / "host.db");
  for (std::size_t i = 16384; i < 16384 * 8; ++i) bytes[i] = 'x';
  DataFolder::write(folder_ / "host.db", bytes);
  expectRefused<DataDamaged>("damaged");
}

TEST_F(DatabaseTest, AFileWithoutOneOfItsTablesIsDamaged) {
  fill();
  alter("DROP TABLE audit");
  expectRefused<DataDamaged>("audit");
}

TEST_F(DatabaseTest, AFileOfANewerVersionIsRefused) {
  fill();
  alter(("PRAGMA user_version=" + std::to_string(kSchemaVersion + 1)).c_str());
  expectRefused<DataError>("newer host_stub");
}

TEST_F(DatabaseTest, UpgradesAnEarlierFileWithAllItsData) {
  constexpr const char* kToFourth = "ALTER TABLE connections DROP COLUMN enablement; PRAGMA user_version=4;";
  constexpr const char* kToSecond =
      "DROP TABLE member_drafts; DROP TABLE member_forms; DROP TABLE person_sources;"
      " DROP INDEX people_work_email; DROP INDEX people_employee_number; ALTER TABLE people DROP COLUMN "
      "details;"
      " ALTER TABLE people DROP COLUMN work_email; ALTER TABLE people DROP COLUMN employee_number;"
      " PRAGMA user_version=2;";
  constexpr const char* kToFirst =
      "DROP TABLE lists; DROP TABLE notices; DROP TABLE notice_recipients; DROP TABLE outbox;"
      " DROP INDEX connections_removal; ALTER TABLE connections DROP COLUMN removal; PRAGMA user_version=1;";
  fill();
  {
    Database database(folder_.path());
    Members(database).create({"main", "c1"}, "ashby", "app-1", nadia(), 1000);
  }
  for (const std::string& back : {std::string(kToFourth), std::string(kToFourth) + kToSecond,
                                  std::string(kToFourth) + kToSecond + kToFirst, std::string()}) {
    alter(back);
    Database database(folder_.path());
    database.read([](SqlSession& sql) {
      EXPECT_EQ(sql.pragma("user_version"), std::to_string(kSchemaVersion));
      EXPECT_EQ(std::get<0>(sql.query<std::int64_t>("SELECT count(*) FROM entries").front()), 20);
      EXPECT_EQ(std::get<0>(sql.query<std::int64_t>("SELECT count(*) FROM outbox").front()), 0);
    });
    ASSERT_EQ(Connections(database).list("main").size(), 1u);
    EXPECT_EQ(Connections(database).list("main").front().enablement, Enablement::unknown);
    const auto person = Members(database).findBySource("main", "ashby", "app-1");
    ASSERT_TRUE(person);
    EXPECT_EQ(static_cast<const integration::HireFields&>(*person), nadia());
    EXPECT_EQ(person->details, MemberDetails{});
  }
}

TEST_F(DatabaseTest, KeepsACopyBeforeTheSchemaStepsForward) {
  fill();
  alter("ALTER TABLE connections DROP COLUMN enablement; PRAGMA user_version=4;");
  const std::string before = DataFolder::read(folder_ / "host.db");
  { const Database database(folder_.path()); }
  const auto copy = folder_ / "host.db.schema4";
  EXPECT_EQ(DataFolder::read(copy), before);
  EXPECT_EQ(std::filesystem::status(copy).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  removeOldSchemaCopies(folder_.path());
  EXPECT_TRUE(std::filesystem::exists(copy));
  std::filesystem::last_write_time(copy, std::filesystem::last_write_time(copy) - std::chrono::hours(8 * 24));
  removeOldSchemaCopies(folder_.path());
  EXPECT_FALSE(std::filesystem::exists(copy));
}

TEST_F(DatabaseTest, FoldsTheNamesOfMembersOfBeforeSchema6) {
  constexpr int kMembers = 501;  // more than one step folds
  const auto named = [](int n) {
    integration::HireFields fields = nadia();
    fields.firstName = "Zoë " + std::to_string(n);
    fields.lastName = "Ångström";
    return fields;
  };
  fill();
  {
    Database database(folder_.path());
    for (int n = 0; n < kMembers; ++n)
      Members(database).create({"main", "c1"}, "ashby", "app-" + std::to_string(n), named(n), 1000);
    ASSERT_TRUE(database.emptyLog());
  }
  alter("UPDATE people SET name = 'as it was once'; PRAGMA user_version=5");
  Database database(folder_.path());
  EXPECT_TRUE(fs::exists(folder_ / "host.db.schema5"));
  for (const int n : {0, 499, 500}) {
    integration::HireFields other;
    other.firstName = "ZOE " + std::to_string(n);
    other.lastName = "Angstrom";
    other.employmentStartDate = nadia().employmentStartDate;
    EXPECT_EQ(Members(database).match("main", "ashby", {"app-new", other, {}}).size(), 1u) << n;
  }
}

TEST_F(DatabaseTest, KeepsNoCopyIfTheSchemaIsTodays) {
  fill();
  { const Database database(folder_.path()); }
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
    EXPECT_EQ(entry.path().filename().string().find(".schema"), std::string::npos) << entry.path();
}

TEST_F(DatabaseTest, AddsChecksumsOnceAndKeepsAllData) {
  {
    SqlSession sql(folder_ / "host.db");
    sql.script("PRAGMA page_size=16384; PRAGMA journal_mode=WAL");
    createSchema(sql);
    sql.script("ALTER TABLE connections DROP COLUMN enablement; PRAGMA user_version=3");
    sql.script("INSERT INTO lists VALUES ('main', 'departments', 0, 'Engineering')");
  }
  const auto departments = [&] {
    Database database(folder_.path());
    EXPECT_EQ(database.read([](SqlSession& sql) { return sql.pragma("user_version"); }),
              std::to_string(kSchemaVersion));
    return database.read([](SqlSession& sql) { return sql.query<std::string>("SELECT value FROM lists"); });
  };
  ASSERT_EQ(departments().size(), 1u);
  EXPECT_EQ(std::get<0>(departments().front()), "Engineering");
  std::string bytes = DataFolder::read(folder_ / "host.db");
  ASSERT_NE(bytes.find("Engineering"), std::string::npos);
  for (std::size_t at = 0; (at = bytes.find("Engineering", at)) != std::string::npos;) bytes[at] = 'e';
  DataFolder::write(folder_ / "host.db", bytes);
  EXPECT_THROW(departments(), std::exception);
}

TEST_F(DatabaseTest, ADatabaseOfAnotherProgramIsRefused) {
  alter("CREATE TABLE theirs (x)");
  expectRefused<DataError>("not one of host_stub's");
}

TEST_F(DatabaseTest, ReadingADamagedPageLaterIsDataLoss) {
  Database database(folder_.path());
  EXPECT_EQ(codeOf([&] {
              database.write([](SqlSession& sql) {
                sql.script("PRAGMA writable_schema=ON");
                sql.script("UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'audit'");
                sql.script("PRAGMA writable_schema=RESET");
                sql.query<std::int64_t>("SELECT count(*) FROM audit");
              });
            }),
            integration::Code::dataLoss);
}

}  // namespace
}  // namespace host_stub
