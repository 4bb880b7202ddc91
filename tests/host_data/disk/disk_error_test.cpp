// Every operation of the disk fails once, or from there on: what was acknowledged is there, a commit that
// answered an error may or may not have happened, and nothing is half there.
#include <sqlite3.h>

#include "data/data_errors.hpp"
#include "host_data/data_fixture.hpp"
#include "host_data/disk/recording_disk.hpp"

namespace host_stub {
namespace {

using host_data_test::RecordingDisk;
using integration::Op;

constexpr int kCommits = 6;

struct Told {
  int acknowledged = 0, tried = 0;
  bool opened = false;
};

// Opens the data and writes; stops at the first error, as far as it got.
Told writeUntilItFails(const std::filesystem::path& folder, const ConnectionKey& key) {
  Told told;
  try {
    Database database(folder);
    told.opened = true;
    Wakes wakes(database);
    SqliteStore store(database, wakes, key, false);
    for (int number = 1; number <= kCommits; ++number) {
      told.tried = number;
      const std::string text = std::to_string(number);
      if (store.commit({{Op::put("a", text), Op::put("b", text + std::string(9000, 'x'))}, 0}).ok())
        told.acknowledged = number;
      if (number == kCommits / 2) (void)database.emptyLog();
    }
  } catch (const integration::Failure&) {
    return told;
  } catch (const DataError&) {
    return told;
  }
  return told;
}

// What a healthy host finds afterwards.
void expectKept(const std::filesystem::path& folder, const ConnectionKey& key, const Told& told) {
  Database database(folder);
  EXPECT_EQ(database.read([](SqlSession& sql) { return sql.pragma("integrity_check"); }), "ok");
  Wakes wakes(database);
  SqliteStore store(database, wakes, key, false);
  const std::string a = store.get("a").value, b = store.get("b").value;
  const int kept = a.empty() ? 0 : std::stoi(a);
  EXPECT_GE(kept, told.acknowledged);
  EXPECT_LE(kept, told.tried);
  EXPECT_EQ(b, kept == 0 ? "" : a + std::string(9000, 'x'));
  EXPECT_TRUE(store.commit({{Op::put("c", "goes on")}, 0}).ok());
}

// count: how many operations fail from the n-th on. Gives how many there were to fail.
std::uint64_t sweep(int code, std::uint64_t count) {
  RecordingDisk& disk = RecordingDisk::install();
  for (std::uint64_t n = 1;; ++n) {
    const std::filesystem::path folder = host_data_test::newFolder();
    ConnectionKey key;
    {
      Database database(folder);
      key = Connections(database).create("main", "ashby", "Ashby", 1000).key;
    }
    disk.failFrom(n, code, count);
    const Told told = writeUntilItFails(folder, key);
    const std::uint64_t done = disk.operations();
    disk.failFrom(0, SQLITE_OK);
    SCOPED_TRACE("operation " + std::to_string(n));
    expectKept(folder, key, told);
    std::filesystem::remove_all(folder);
    if (done < n) return n - 1;
  }
}

TEST(ADiskError, AtAnyOperationLosesNothingThatWasAcknowledged) {
  for (const auto& [code, name] : {std::pair(SQLITE_IOERR, "EIO"), std::pair(SQLITE_FULL, "ENOSPC")}) {
    const std::uint64_t operations = sweep(code, 1);
    EXPECT_GT(operations, 40u);
    if (!HasFailure())
      std::printf("%llu operations failed once with %s: nothing lost\n",
                  static_cast<unsigned long long>(operations), name);
  }
}

TEST(ADiskError, FromAnyOperationOnLosesNothingThatWasAcknowledged) {
  for (const auto& [code, name] : {std::pair(SQLITE_IOERR, "EIO"), std::pair(SQLITE_FULL, "ENOSPC")}) {
    const std::uint64_t operations = sweep(code, UINT64_MAX);
    if (!HasFailure())
      std::printf("from %llu operations on all failed with %s: nothing lost\n",
                  static_cast<unsigned long long>(operations), name);
  }
}

}  // namespace
}  // namespace host_stub
