// SQLite's own file methods, which tell the disk of each operation.
#include <sqlite3.h>

#include <cstring>
#include <new>

#include "host_data/disk/recording_disk.hpp"

namespace host_data_test {
namespace {

sqlite3_vfs* system() {
  static sqlite3_vfs* const found = sqlite3_vfs_find(nullptr);
  return found;
}

RecordingDisk& disk() {
  // never freed, because files are closed until the very end
  static RecordingDisk* const made = new RecordingDisk;
  return *made;
}

// A file in memory that SQLite allocates. The system's file lies behind this struct.
struct File {
  sqlite3_file base;
  const char* name;  // SQLite's, valid while the file is open; null for a temporary file
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* mine(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}
const sqlite3_io_methods* methods(sqlite3_file* file) {
  return mine(file)->real()->pMethods;
}
sqlite3_file* real(sqlite3_file* file) {
  return mine(file)->real();
}

int failing(bool isSync = false) {
  return disk().failureNow(isSync);
}

void record(sqlite3_file* file, DiskEvent::Kind kind, std::int64_t at = 0, std::string bytes = {}) {
  if (mine(file)->name != nullptr) disk().record({kind, mine(file)->name, at, std::move(bytes)});
}

int closeFile(sqlite3_file* file) {
  return methods(file)->xClose(real(file));
}
int readFile(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
  if (const int code = failing()) return code == SQLITE_FULL ? SQLITE_IOERR_READ : code;
  return methods(file)->xRead(real(file), into, size, at);
}
int writeFile(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  if (const int code = failing()) return code;
  record(file, DiskEvent::Kind::write, at, {static_cast<const char*>(bytes), static_cast<std::size_t>(size)});
  return methods(file)->xWrite(real(file), bytes, size, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  if (const int code = failing()) return code;
  record(file, DiskEvent::Kind::truncate, size);
  return methods(file)->xTruncate(real(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
  if (const int code = failing(true)) return code == SQLITE_FULL ? SQLITE_IOERR_FSYNC : code;
  record(file, DiskEvent::Kind::sync);
  return methods(file)->xSync(real(file), flags);
}
int fileSize(sqlite3_file* file, sqlite3_int64* size) {
  return methods(file)->xFileSize(real(file), size);
}
int lockFile(sqlite3_file* file, int level) {
  return methods(file)->xLock(real(file), level);
}
int unlockFile(sqlite3_file* file, int level) {
  return methods(file)->xUnlock(real(file), level);
}
int checkLock(sqlite3_file* file, int* locked) {
  return methods(file)->xCheckReservedLock(real(file), locked);
}
int controlFile(sqlite3_file* file, int what, void* argument) {
  return methods(file)->xFileControl(real(file), what, argument);
}
int sectorSize(sqlite3_file* file) {
  return methods(file)->xSectorSize(real(file));
}
int characteristics(sqlite3_file* file) {
  return methods(file)->xDeviceCharacteristics(real(file));
}
int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
  return methods(file)->xShmMap(real(file), region, size, extend, memory);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags) {
  return methods(file)->xShmLock(real(file), offset, count, flags);
}
void sharedBarrier(sqlite3_file* file) {
  methods(file)->xShmBarrier(real(file));
}
int unmapShared(sqlite3_file* file, int remove) {
  return methods(file)->xShmUnmap(real(file), remove);
}
int fetchPage(sqlite3_file* file, sqlite3_int64 at, int size, void** page) {
  return methods(file)->xFetch(real(file), at, size, page);
}
int releasePage(sqlite3_file* file, sqlite3_int64 at, void* page) {
  return methods(file)->xUnfetch(real(file), at, page);
}

const sqlite3_io_methods kMethods{
    3,          closeFile,     readFile,    writeFile,   truncateFile, syncFile,        fileSize,
    lockFile,   unlockFile,    checkLock,   controlFile, sectorSize,   characteristics, mapShared,
    lockShared, sharedBarrier, unmapShared, fetchPage,   releasePage};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  if (const int code = failing()) return code == SQLITE_FULL ? SQLITE_CANTOPEN : code;
  File* const opened = new (file) File{{nullptr}, name};
  std::memset(opened->real(), 0, static_cast<std::size_t>(system()->szOsFile));
  int there = 0;
  if (name != nullptr) system()->xAccess(system(), name, SQLITE_ACCESS_EXISTS, &there);
  const int code = system()->xOpen(system(), name, opened->real(), flags, outFlags);
  opened->base.pMethods = opened->real()->pMethods == nullptr ? nullptr : &kMethods;
  if (code == SQLITE_OK && there == 0) record(file, DiskEvent::Kind::create);
  return code;
}
int deleteFile(sqlite3_vfs*, const char* name, int syncFolder) {
  if (const int code = failing()) return code == SQLITE_FULL ? SQLITE_IOERR_DELETE : code;
  disk().record({DiskEvent::Kind::remove, name});
  return system()->xDelete(system(), name, syncFolder);
}

}  // namespace

RecordingDisk& RecordingDisk::install() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs made = *system();
    made.szOsFile = static_cast<int>(sizeof(File)) + system()->szOsFile;
    made.zName = "recording";
    made.xOpen = openFile;
    made.xDelete = deleteFile;
    return made;
  }();
  static const int registered = sqlite3_vfs_register(&vfs, 1);
  (void)registered;
  return disk();
}

}  // namespace host_data_test
