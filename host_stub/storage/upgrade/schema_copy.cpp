#include "storage/upgrade/schema_copy.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <string>

#include "storage/data_errors.hpp"
#include "storage/folder_lock.hpp"

namespace host_stub {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours kKeptFor{7 * 24};
constexpr const char* kMark = ".schema";

void copyPrivately(const fs::path& from, const fs::path& to) {
  makePrivateFile(to);
  fs::copy_file(from, to, fs::copy_options::overwrite_existing);
  fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write);
  const int fd = ::open(to.c_str(), O_RDONLY | O_CLOEXEC);
  const bool isSynced = fd >= 0 && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  if (!isSynced)
    throw DataError("the copy " + to.string() + " can't be written: free some space on its disk");
}

fs::path logOf(const fs::path& file) {
  return file.string() + "-wal";
}

void removeCopy(const fs::path& copy) {
  std::error_code ignored;
  fs::remove(copy, ignored);
  fs::remove(logOf(copy), ignored);
}

}  // namespace

SchemaCopy::SchemaCopy(const fs::path& file, int version)
    : copy_(file.string() + kMark + std::to_string(version)) {
  removeCopy(copy_);
  copyPrivately(file, copy_);
  if (fs::exists(logOf(file))) copyPrivately(logOf(file), logOf(copy_));
}

SchemaCopy::~SchemaCopy() {
  if (!isKept_) removeCopy(copy_);
}

void SchemaCopy::keep() {
  syncFolder(copy_.parent_path());
  isKept_ = true;
}

void removeOldSchemaCopies(const fs::path& folder) {
  const auto oldest = fs::file_time_type::clock::now() - kKeptFor;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with(std::string("host.db") + kMark)) continue;
    std::error_code error;  // a copy that can't be removed is looked at again the next time
    const auto written = entry.last_write_time(error);
    if (!error && written < oldest) fs::remove(entry.path(), error);
  }
}

}  // namespace host_stub
