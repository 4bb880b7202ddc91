// Tests a disk whose operations fail while the host goes on: one operation, several in a row, or all from one
// on. A power cut may follow. Acknowledged commits are kept, and nothing is half there. A commit that
// returned an error may or may not have happened.
#include <sqlite3.h>

#include <array>
#include <functional>

#include "host_data/data_fixture.hpp"
#include "host_data/disk/memory_folder.hpp"
#include "host_data/disk/recording_disk.hpp"
#include "storage/data_errors.hpp"

namespace host_stub {
namespace {

using host_data_test::Failing;
using host_data_test::Loss;
using host_data_test::RecordingDisk;
using integration::Op;

constexpr int kNumbers = 8, kCuts = 4;

// Returns values of several pages, of fewer, and of one. So the rest of a failed commit stays in the log
// beyond the next commit.
std::string valueOf(int number) {
  constexpr std::array<std::size_t, 4> kSizes{9000, 90000, 40000, 100};
  return std::to_string(number) + std::string(kSizes[static_cast<std::size_t>(number) % kSizes.size()], 'x');
}

struct Acknowledged {
  std::size_t at;  // the number of disk events by then
  int number;
};

// The answers that the host got while it wrote.
struct Told {
  std::vector<Acknowledged> acks = {};
  int tried = 0;

  int acknowledgedBy(std::size_t at) const {
    int number = 0;
    for (const Acknowledged& ack : acks)
      if (ack.at <= at) number = std::max(number, ack.number);
    return number;
  }
};

void attempt(const std::function<void()>& step) {
  try {
    step();
  } catch (const integration::Failure&) {
    return;
  } catch (const DataError&) {
    return;
  }
}

// Opens the data and writes to it, whatever fails.
Told write(const std::filesystem::path& folder, const ConnectionKey& key, const RecordingDisk& disk) {
  Told told;
  attempt([&] {
    Database database(folder);
    WorkSchedule wakes(database);
    SqliteStore store(database, wakes, key, false);
    for (int number = 1; number <= kNumbers; ++number) {
      told.tried = number;
      attempt([&] {
        if (store.commit({{Op::put("a", std::to_string(number)), Op::put("b", valueOf(number))}, 0}).ok())
          told.acks.push_back({disk.eventCount(), number});
      });
      if (number == kNumbers / 2) attempt([&] { (void)database.emptyLog(); });
    }
  });
  return told;
}

// Checks the data on a healthy disk afterwards.
void expectKept(const std::filesystem::path& folder, const ConnectionKey& key, int acknowledged,
                int tried) try {
  Database database(folder);
  EXPECT_EQ(database.read([](SqlSession& sql) { return sql.pragma("integrity_check"); }), "ok");
  WorkSchedule wakes(database);
  SqliteStore store(database, wakes, key, false);
  const std::string a = store.get("a").value, b = store.get("b").value;
  const int kept = a.empty() ? 0 : std::stoi(a);
  EXPECT_GE(kept, acknowledged);
  EXPECT_LE(kept, tried);
  EXPECT_EQ(b, kept == 0 ? "" : valueOf(kept));
  EXPECT_TRUE(store.commit({{Op::put("c", "goes on")}, 0}).ok());
} catch (const std::exception& error) {
  ADD_FAILURE() << error.what();
}

// Cuts the power at random moments, each with a random loss of unsynced operations, and checks the data.
void expectKeptAfterCuts(const RecordingDisk& disk, const std::filesystem::path& folder,
                         const ConnectionKey& key, const Told& told) {
  std::mt19937_64 random(disk.eventCount());
  for (int i = 0; i < kCuts; ++i) {
    const std::size_t at = i == 0 ? disk.eventCount() : random() % (disk.eventCount() + 1);
    const auto loss = static_cast<Loss>(random() % 4);
    SCOPED_TRACE("power cut after event " + std::to_string(at) + ", loss " + std::to_string(int(loss)));
    const host_data_test::MemoryFolder left;
    host_data_test::writeImage(disk.cutAfter(at, loss, random), folder, left.path());
    expectKept(left.path(), key, told.acknowledgedBy(at), told.tried);
  }
}

// The files of a host with one connection, and their folder.
struct Newborn {
  host_data_test::MemoryFolder folder;
  ConnectionKey key;
  host_data_test::DiskImage files;

  explicit Newborn(RecordingDisk& disk) {
    key = Connections(*std::make_unique<Database>(folder.path())).create("main", "ashby", "Ashby", 1000).key;
    disk.begin(folder.path());
    std::mt19937_64 none;
    files = disk.cutAfter(0, Loss::nothing, none);
  }
};

// Lets `count` operations of the kind fail, from each n-th one on in turn. Returns how many such operations
// there are.
std::uint64_t sweep(int code, std::uint64_t count, Failing kind = Failing::any) {
  RecordingDisk& disk = RecordingDisk::install();
  const Newborn newborn(disk);
  const ConnectionKey& key = newborn.key;
  for (std::uint64_t n = 1;; ++n) {
    const host_data_test::MemoryFolder written;
    const std::filesystem::path& folder = written.path();
    host_data_test::writeImage(newborn.files, newborn.folder.path(), folder);
    SCOPED_TRACE("operation " + std::to_string(n));
    disk.begin(folder);
    disk.failFrom(n, code, count, kind);
    const Told told = write(folder, key, disk);
    const std::uint64_t done = disk.operations();
    disk.failFrom(0, SQLITE_OK);
    expectKeptAfterCuts(disk, folder, key, told);
    expectKept(folder, key, told.acknowledgedBy(SIZE_MAX), told.tried);
    if (done < n || testing::Test::HasFailure()) return n - 1;
  }
}

TEST(DiskError, SingleOneLosesNothingAcknowledged) {
  for (const auto& [code, name] : {std::pair(SQLITE_IOERR, "EIO"), std::pair(SQLITE_FULL, "ENOSPC")}) {
    const std::uint64_t operations = sweep(code, 1);
    EXPECT_GT(operations, 40u);
    if (!HasFailure())
      std::printf("%llu operations failed once with %s: nothing lost\n",
                  static_cast<unsigned long long>(operations), name);
  }
}

TEST(DiskError, SeveralInARowLoseNothingAcknowledged) {
  for (const auto& [kind, name] : {std::pair(Failing::any, "operations"), std::pair(Failing::sync, "syncs")})
    for (const std::uint64_t count : {2u, 3u}) {
      const std::uint64_t operations = sweep(SQLITE_IOERR, count, kind);
      if (!HasFailure())
        std::printf("%llu times %llu %s in a row failed: nothing lost\n",
                    static_cast<unsigned long long>(operations), static_cast<unsigned long long>(count),
                    name);
    }
}

TEST(DiskError, AllFromOneOnLoseNothingAcknowledged) {
  for (const auto& [code, name] : {std::pair(SQLITE_IOERR, "EIO"), std::pair(SQLITE_FULL, "ENOSPC")}) {
    const std::uint64_t operations = sweep(code, UINT64_MAX);
    if (!HasFailure())
      std::printf("from %llu operations on all failed with %s: nothing lost\n",
                  static_cast<unsigned long long>(operations), name);
  }
}

}  // namespace
}  // namespace host_stub
