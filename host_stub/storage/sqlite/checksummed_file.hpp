// A database file or its log, as SQLite sees it. Below it lies the system's own.
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstddef>

namespace host_stub {

// The trailer of each page: the salts of the log that belongs to the file from now on, those of
// the one that is known to be on the disk, and the sum over content and page number. The salts of
// the first page count. They differ while one log follows another, when either may be found; 0 is none, or an
// empty one.
constexpr std::size_t kSalts = 8, kSum = 8, kPageTrailer = 2 * kSalts + kSum;

// The file control of SQLite that answers isSummed(), as an int.
constexpr int kIsSummed = 0x53756d73;

// SQLite hands out the memory, with room for the system's file behind this.
class ChecksummedFile {
 public:
  static int open(sqlite3_vfs& below, const char* name, sqlite3_file* at, int flags, int* outFlags);

  // Whether its pages carry sums.
  bool isSummed() const { return summed_; }
  sqlite3_file& below() { return *reinterpret_cast<sqlite3_file*>(this + 1); }

  // SQLite's xRead, xWrite and so on. A page that isn't as it was written, and a log that isn't the file's,
  // is SQLITE_IOERR_DATA.
  int read(void* into, int size, sqlite3_int64 at);
  int write(const void* content, int size, sqlite3_int64 at);
  int sync(int flags);
  int truncate(sqlite3_int64 size);
  int size(sqlite3_int64* size);
  // Ends a database's log, which is about to go: all of it is in the file.
  int endLog();

 private:
  using LogPair = std::array<unsigned char, 2 * kSalts>;

  ChecksummedFile() = default;

  void learn(const unsigned char* header);
  int readPage(unsigned char* into, int size, sqlite3_int64 at);
  int readPair(LogPair& pair);
  int writePair(const unsigned char* first, const unsigned char* second);
  int beginLog(const unsigned char* salts);
  int logSynced();
  int checkLog(const unsigned char* salts);
  int checkFrames(const unsigned char* salts);

  sqlite3_file base_{};
  ChecksummedFile* database_ = nullptr;  // of a log: the file that it belongs to
  bool summed_ = false;
  int pageSize_ = 0;
  LogPair log_{};
};

}  // namespace host_stub
