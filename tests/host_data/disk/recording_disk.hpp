// A disk for SQLite that records its operations in order. It returns the files that a power cut at any moment
// leaves. It can also let the n-th operation fail.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace host_data_test {

// An operation on a file. A sync makes the earlier operations on its file durable.
struct DiskEvent {
  enum class Kind { create, write, truncate, sync, remove };
  Kind kind;
  std::string file;
  std::int64_t at = 0;  // write: the offset in bytes; truncate: the new size
  std::string bytes = {};
};

// The content of each file, by its path. Files of shared memory (-shm) aren't on the disk.
using DiskImage = std::map<std::string, std::string>;

// The part of the unsynced operations that a power cut takes. All of these happen on real disks.
enum class Loss { nothing, everything, someWrites, someSectors };

enum class Failing { any, sync };

class RecordingDisk {
 public:
  // Lets all files that SQLite opens from now on go through this disk, which lives until the program ends.
  // Call it before the first Database is made, because the Database's own VFS is stacked on top.
  static RecordingDisk& install();

  // Starts a new recording. Files in the folder are durable as they are now.
  void begin(const std::filesystem::path& folder);
  std::size_t eventCount() const;
  // Returns the files that are left if the power goes after the first `events` events.
  DiskImage cutAfter(std::size_t events, Loss loss, std::mt19937_64& random) const;

  // Lets the n-th operation of the kind from now on (1: the next) and the `count - 1` after it fail. They
  // return `code`, of SQLite. n = 0: none fails.
  void failFrom(std::uint64_t n, int code, std::uint64_t count = 1, Failing kind = Failing::any);
  // Returns the number of operations of that kind since the last call of failFrom.
  std::uint64_t operations() const;

  // --- called by the file methods
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
