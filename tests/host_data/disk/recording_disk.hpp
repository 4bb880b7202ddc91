// A disk for SQLite that remembers what it was told, and in which order: what a power cut would have left of
// it can be had afterwards, for any moment. Or one whose n-th operation fails.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace host_data_test {

// An operation on a file. A sync makes all operations on its file before it durable.
struct DiskEvent {
  enum class Kind { create, write, truncate, sync, remove };
  Kind kind;
  std::string file;
  std::int64_t at = 0;  // write: where; truncate: to which size
  std::string bytes = {};
};

// The content of each file, by its path. Files of shared memory (-shm) aren't on the disk.
using DiskImage = std::map<std::string, std::string>;

// How much of what wasn't synced a power cut spares: each of these happens to real disks.
enum class Loss { nothing, everything, someWrites, someSectors };

enum class Failing { any, sync };

class RecordingDisk {
 public:
  // Every file that SQLite opens from now on goes through it; before any Database is made, whose files lie
  // above. One at a time; lives until the program ends.
  static RecordingDisk& install();

  // Forgets what was before: the files in the folder, as they are now, are durable.
  void begin(const std::filesystem::path& folder);
  std::size_t eventCount() const;
  // Returns the files that are left if the power goes after that many events.
  DiskImage cutAfter(std::size_t events, Loss loss, std::mt19937_64& random) const;

  // The n-th operation of the kind from now on (1: the next) and `count - 1` after it answer this SQLite
  // code. 0: none.
  void failFrom(std::uint64_t n, int code, std::uint64_t count = 1, Failing kind = Failing::any);
  // Returns the number of operations of that kind since the last call of failFrom.
  std::uint64_t operations() const;

  // For the file methods.
  void record(DiskEvent event);
  int failureNow(bool isSync);

 private:
  mutable std::mutex mutex_;
  std::string folder_;
  DiskImage base_;
  std::vector<DiskEvent> events_;
  std::uint64_t operations_ = 0, failFrom_ = 0, failCount_ = 0;
  int failCode_ = 0;
  Failing failKind_ = Failing::any;
};

std::string readFile(const std::filesystem::path& path);
void writeImage(const DiskImage& image, const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace host_data_test
