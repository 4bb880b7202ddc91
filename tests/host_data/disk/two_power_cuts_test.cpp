// Tests a host that loses its power, starts again and loses it again: the second cut takes no acknowledged
// commit either.
#include "host_data/data_fixture.hpp"
#include "host_data/disk/memory_folder.hpp"
#include "host_data/disk/recording_disk.hpp"

namespace host_stub {
namespace {

using host_data_test::Loss;
using host_data_test::MemoryFolder;
using host_data_test::RecordingDisk;
using integration::Op;

constexpr int kHosts = 200, kNumbersEach = 6;

int keptIn(Database& database, const ConnectionKey& key) {
  WorkSchedule wakes(database);
  const std::string kept = SqliteStore(database, wakes, key, false).get("number").value;
  return kept.empty() ? 0 : std::stoi(kept);
}

// Starts a host on the files in `before` and writes numbers from `first` + 1 on. Cuts the power at a random
// moment. Puts the files that are left into `after`. Returns the last number acknowledged by then, or
// `first`.
int liveUntilTheCut(RecordingDisk& disk, const MemoryFolder& before, const MemoryFolder& after,
                    const ConnectionKey& key, int first, std::mt19937_64& random) {
  disk.begin(before.path());
  std::vector<std::size_t> acks;
  {
    Database database(before.path());
    EXPECT_GE(keptIn(database, key), first);
    WorkSchedule wakes(database);
    SqliteStore store(database, wakes, key, false);
    const std::string pages(random() % 100000, 'x');
    for (int i = 1; i <= kNumbersEach; ++i) {
      const std::string number = std::to_string(first + i);
      EXPECT_TRUE(store.commit({{Op::put("number", number), Op::put("pages", pages)}, 0}).ok());
      acks.push_back(disk.eventCount());
      const bool emptied = random() % 3 != 0 || database.emptyLog();
      EXPECT_TRUE(emptied);
    }
  }
  const std::size_t cut = random() % (disk.eventCount() + 1);
  host_data_test::writeImage(disk.cutAfter(cut, static_cast<Loss>(random() % 4), random), before.path(),
                             after.path());
  return first + static_cast<int>(std::upper_bound(acks.begin(), acks.end(), cut) - acks.begin());
}

TEST(PowerCutTwice, LoseNothingThatWasAcknowledged) {
  RecordingDisk& disk = RecordingDisk::install();
  for (std::uint64_t host = 0; host < kHosts && !testing::Test::HasFailure(); ++host) {
    SCOPED_TRACE("host " + std::to_string(host));
    std::mt19937_64 random(host);
    const MemoryFolder born, once, twice;
    ConnectionKey key;
    {
      Database database(born.path());
      key = Connections(database).create("main", "ashby", "Ashby", 1000).key;
    }
    const int first = liveUntilTheCut(disk, born, once, key, 0, random);
    const int second = liveUntilTheCut(disk, once, twice, key, first, random);
    Database database(twice.path());
    EXPECT_GE(keptIn(database, key), second);
    EXPECT_EQ(database.read([](SqlSession& sql) { return sql.pragma("integrity_check"); }), "ok");
  }
  if (!HasFailure()) std::printf("%d hosts cut off twice: nothing acknowledged lost\n", kHosts);
}

}  // namespace
}  // namespace host_stub
