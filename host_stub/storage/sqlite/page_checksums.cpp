#include "storage/sqlite/page_checksums.hpp"

#include <sqlite3.h>

#include <string_view>

#include "storage/sqlite/checksummed_file.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;

// Has SQLite leave the bytes of the trailer alone in each page that it writes from now on.
void reserveBytes(SqlSession& sql) {
  int wanted = static_cast<int>(kPageTrailer);
  sqlite3_file_control(sql.handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &wanted);
}

// Returns whether the file itself carries checksums, whatever its log says.
bool isSummed(SqlSession& sql) {
  int answer = 0;
  sqlite3_file_control(sql.handle(), "main", kIsSummed, &answer);
  return answer != 0;
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  auto* const below = static_cast<sqlite3_vfs*>(vfs->pAppData);
  if ((flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) == 0)
    return below->xOpen(below, name, file, flags, outFlags);
  return ChecksummedFile::open(*below, name, file, flags, outFlags);
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder) {
  auto* const below = static_cast<sqlite3_vfs*>(vfs->pAppData);
  if (!std::string_view(name).ends_with("-wal")) return below->xDelete(below, name, syncFolder);
  const int code = reinterpret_cast<ChecksummedFile*>(sqlite3_database_file_object(name))->endLog();
  return code == SQLITE_OK ? below->xDelete(below, name, 1) : code;
}

}  // namespace

void installPageSums() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs* const below = sqlite3_vfs_find(nullptr);
    sqlite3_vfs made = *below;
    made.zName = "page_sums";
    made.szOsFile += static_cast<int>(sizeof(ChecksummedFile));
    made.pAppData = below;
    made.xOpen = openFile;
    made.xDelete = deleteFile;
    return made;
  }();
  static const int registered = sqlite3_vfs_register(&vfs, 1);
  (void)registered;
}

void requirePageSums(SqlSession& sql, bool had) {
  const bool isNew = sql.pragma("page_count") == "0";
  if (isSummed(sql)) return;
  if (had) throw Failure(Code::dataLoss, "the database is damaged: its pages carry no sums any more");
  if (!isNew)
    if (const std::string found = sql.pragma("integrity_check(1)"); found != "ok")
      throw Failure(Code::dataLoss, "the database is damaged: " + found);
  sql.pragma("journal_mode=DELETE");  // a log would have to belong to a file without sums
  reserveBytes(sql);
  if (!isNew) sql.script("VACUUM");
}

}  // namespace host_stub
