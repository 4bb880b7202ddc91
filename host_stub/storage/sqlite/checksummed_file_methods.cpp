// The table through which SQLite calls a ChecksummedFile. Calls that neither read nor write go to the file
// below.
#include <new>

#include "storage/sqlite/checksummed_file.hpp"

namespace host_stub {
namespace {

ChecksummedFile& mine(sqlite3_file* file) {
  return *reinterpret_cast<ChecksummedFile*>(file);
}
sqlite3_file* below(sqlite3_file* file) {
  return &mine(file).below();
}
const sqlite3_io_methods& methods(sqlite3_file* file) {
  return *below(file)->pMethods;
}

int closeFile(sqlite3_file* file) {
  return methods(file).xClose(below(file));
}
int readFile(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
  return mine(file).read(into, size, at);
}
int writeFile(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  return mine(file).write(bytes, size, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  return mine(file).truncate(size);
}
int syncFile(sqlite3_file* file, int flags) {
  return mine(file).sync(flags);
}
int fileSize(sqlite3_file* file, sqlite3_int64* size) {
  return mine(file).size(size);
}
int lockFile(sqlite3_file* file, int level) {
  return methods(file).xLock(below(file), level);
}
int unlockFile(sqlite3_file* file, int level) {
  return methods(file).xUnlock(below(file), level);
}
int checkReservedLock(sqlite3_file* file, int* locked) {
  return methods(file).xCheckReservedLock(below(file), locked);
}
int controlFile(sqlite3_file* file, int what, void* argument) {
  if (what != kIsSummed) return methods(file).xFileControl(below(file), what, argument);
  *static_cast<int*>(argument) = mine(file).isSummed() ? 1 : 0;
  return SQLITE_OK;
}
int sectorSize(sqlite3_file* file) {
  return methods(file).xSectorSize(below(file));
}
int characteristics(sqlite3_file* file) {
  return methods(file).xDeviceCharacteristics(below(file));
}
int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
  return methods(file).xShmMap(below(file), region, size, extend, memory);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags) {
  return methods(file).xShmLock(below(file), offset, count, flags);
}
void sharedBarrier(sqlite3_file* file) {
  methods(file).xShmBarrier(below(file));
}
int unmapShared(sqlite3_file* file, int remove) {
  return methods(file).xShmUnmap(below(file), remove);
}

// Version 2: SQLite reads pages through readFile alone, never through a mapping of the file.
const sqlite3_io_methods kMethods{
    2,          closeFile,     readFile,          writeFile,   truncateFile, syncFile,        fileSize,
    lockFile,   unlockFile,    checkReservedLock, controlFile, sectorSize,   characteristics, mapShared,
    lockShared, sharedBarrier, unmapShared,       nullptr,     nullptr};

}  // namespace

int ChecksummedFile::open(sqlite3_vfs& below, const char* name, sqlite3_file* at, int flags, int* outFlags) {
  auto* const file = new (at) ChecksummedFile{};
  if ((flags & SQLITE_OPEN_WAL) != 0)
    file->database_ = reinterpret_cast<ChecksummedFile*>(sqlite3_database_file_object(name));
  const int code = below.xOpen(&below, name, &file->below(), flags, outFlags);
  file->base_.pMethods = file->below().pMethods == nullptr ? nullptr : &kMethods;
  return code;
}

}  // namespace host_stub
