// Locks a data folder: one process at a time may serve it.
#pragma once

#include <filesystem>

namespace host_stub {

// Holds an flock on the file `lock`, which the kernel releases however the process ends. The file stays.
class FolderLock {
 public:
  // Makes the folder where it is missing. Throws DataInUse, DataError.
  explicit FolderLock(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_ = -1;
};

// Makes a folder that only its owner may enter, where it is missing. Throws DataError.
void makePrivateFolder(const std::filesystem::path& folder);
// Makes an empty file of mode 0600 where it is missing: SQLite gives its companions (-wal, -journal) the same
// mode.
void makePrivateFile(const std::filesystem::path& file);
// After a file was made in or renamed into it: the name is as durable as the contents.
void syncFolder(const std::filesystem::path& folder);

}  // namespace host_stub
