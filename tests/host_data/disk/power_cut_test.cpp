// Tests that everything acknowledged has been synced, which kill -9 can't show. Threads write to the stores
// of two connections and the disk records it. Then the power goes at random moments.
#include <sqlite3.h>

#include <thread>

#include "host_data/data_fixture.hpp"
#include "host_data/disk/memory_folder.hpp"
#include "host_data/disk/recording_disk.hpp"

namespace host_stub {
namespace {

using host_data_test::DiskImage;
using host_data_test::Loss;
using host_data_test::RecordingDisk;
using integration::Op;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kRuns = 4;
#else
constexpr int kRuns = 20;
#endif
constexpr int kCutsOfARun = 100, kWriters = 2, kCommits = 60, kSlots = 8;

std::string valueOf(int writer, int number) {
  std::mt19937_64 random(static_cast<std::uint64_t>(writer * 1000 + number));
  std::string value(40 + random() % 3000, '\0');
  for (char& c : value) c = static_cast<char>(random());
  return value;
}

// The SQLite handles that the database opened. A test makes them faulty through these.
std::vector<sqlite3*>& opened() {
  static std::vector<sqlite3*> handles;
  return handles;
}
int remember(sqlite3* handle, char**, const void*) {
  opened().push_back(handle);
  return SQLITE_OK;
}

struct Ack {
  std::size_t at;  // the number of disk events by then
  int writer, number;
};

// A host's data, written by threads, with the time of each acknowledgement.
class WrittenData {
 public:
  // synchronous: a faulty setting for SQLite; "": the host's own setting.
  explicit WrittenData(const std::string& synchronous) : disk_(RecordingDisk::install()) {
    {
      Database database(folder_.path());
      for (int i = 0; i < kWriters; ++i)
        keys_.push_back(Connections(database).create("main", "ashby", "Ashby", 1000 + i).key);
    }
    disk_.begin(folder_.path());
    opened().clear();
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&remember));
    database_ = std::make_unique<Database>(folder_.path());
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&remember));
    for (sqlite3* handle : opened())
      if (!synchronous.empty())
        sqlite3_exec(handle, ("PRAGMA synchronous=" + synchronous).c_str(), nullptr, nullptr, nullptr);
    std::vector<std::thread> writers;
    for (int i = 0; i < kWriters; ++i) writers.emplace_back([this, i] { write(i); });
    for (int i = 0; i < 4; ++i) (void)database_->emptyLog();
    for (std::thread& writer : writers) writer.join();
    events_ = disk_.eventCount();
  }
  WrittenData(const WrittenData&) = delete;
  WrittenData& operator=(const WrittenData&) = delete;

  // Cuts the power at a random moment and starts a host on the rest. Returns "" if it has all acknowledged
  // commits and no torn one, else the trouble.
  std::string cut(std::mt19937_64& random) const {
    const std::size_t at = random() % (events_ + 1);
    const auto loss = static_cast<Loss>(random() % 4);
    const host_data_test::MemoryFolder left;
    host_data_test::writeImage(disk_.cutAfter(at, loss, random), folder_.path(), left.path());
    try {
      return lookAt(left.path(), at);
    } catch (const std::exception& error) {
      return std::string("corrupt: ") + error.what();
    }
  }

 private:
  void write(int writer) {
    WorkSchedule wakes(*database_);
    SqliteStore store(*database_, wakes, keys_[static_cast<std::size_t>(writer)], false);
    for (int number = 1; number <= kCommits; ++number) {
      const auto done =
          store.commit({{Op::put("number", std::to_string(number)),
                         Op::put("slot" + std::to_string(number % kSlots), valueOf(writer, number))},
                        0});
      if (!done.ok()) throw std::runtime_error("a commit was aborted");
      const std::lock_guard lock(mutex_);
      acks_.push_back({disk_.eventCount(), writer, number});
    }
  }

  int acknowledgedBy(std::size_t at, int writer) const {
    int number = 0;
    for (const Ack& ack : acks_)
      if (ack.writer == writer && ack.at <= at) number = std::max(number, ack.number);
    return number;
  }

  std::string lookAt(const std::filesystem::path& left, std::size_t at) const {
    Database database(left);
    const std::string sound = database.read([](SqlSession& sql) { return sql.pragma("integrity_check"); });
    if (sound != "ok") return "corrupt: " + sound;
    for (int writer = 0; writer < kWriters; ++writer) {
      WorkSchedule wakes(database);
      SqliteStore store(database, wakes, keys_[static_cast<std::size_t>(writer)], false);
      const std::string kept = store.get("number").value;
      const int number = kept.empty() ? 0 : std::stoi(kept);
      if (number < acknowledgedBy(at, writer)) return "lost: an acknowledged commit";
      for (int i = std::max(1, number - kSlots + 1); i <= number; ++i)
        if (store.get("slot" + std::to_string(i % kSlots)).value != valueOf(writer, i))
          return "torn: half a commit";
    }
    return "";
  }

  RecordingDisk& disk_;
  const host_data_test::MemoryFolder folder_;
  std::vector<ConnectionKey> keys_;
  std::unique_ptr<Database> database_;
  std::mutex mutex_;
  std::vector<Ack> acks_;
  std::size_t events_ = 0;
};

// Returns how often each trouble occurred.
std::map<std::string, int> troublesOf(const std::string& synchronous, int runs, int cuts) {
  std::map<std::string, int> troubles;
  for (int run = 0; run < runs; ++run) {
    const WrittenData data(synchronous);
    std::mt19937_64 random(static_cast<std::uint64_t>(run));
    for (int i = 0; i < cuts; ++i)
      if (const std::string trouble = data.cut(random); !trouble.empty()) ++troubles[trouble];
  }
  return troubles;
}

TEST(PowerCut, LosesNothingAcknowledged) {
  const auto troubles = troublesOf("", kRuns, kCutsOfARun);
  for (const auto& [trouble, times] : troubles) ADD_FAILURE() << trouble << ", " << times << " times";
  if (troubles.empty())
    std::printf("%d power cuts: nothing acknowledged lost, no database corrupt\n", kRuns * kCutsOfARun);
}

TEST(PowerCut, WouldLoseCommitsWithoutASyncAtEach) {
  const auto troubles = troublesOf("NORMAL", 2, kCutsOfARun);
  EXPECT_GT(troubles.count("lost: an acknowledged commit"), 0u);
}

TEST(PowerCut, WouldCorruptTheFileIfNothingWereSynced) {
  const auto troubles = troublesOf("OFF", 4, kCutsOfARun);
  int corrupt = 0;
  for (const auto& [trouble, times] : troubles) corrupt += trouble.starts_with("corrupt") ? times : 0;
  EXPECT_GT(corrupt, 0);
}

}  // namespace
}  // namespace host_stub
