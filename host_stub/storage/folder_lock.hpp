// Locks a data folder: one process at a time may serve it.
#pragma once

#include <filesystem>

namespace host_stub {

// Holds an flock on the file `lock`, which the kernel releases however the process ends. The file stays.
class FolderLock {
 public:
  // Creates the folder if it is missing. Throws DataInUse if another process holds the lock, and DataError.
  explicit FolderLock(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_ = -1;
};

// Creates a folder that only its owner may enter, if it is missing. Throws DataError.
void makePrivateFolder(const std::filesystem::path& folder);
// Creates an empty file of mode 0600 if it is missing. SQLite gives its companions (-wal, -journal) the same
// mode. Throws DataError.
void makePrivateFile(const std::filesystem::path& file);
// Makes the names of files that were created in the folder or renamed into it as durable as their contents.
// Throws DataError.
void syncFolder(const std::filesystem::path& folder);

}  // namespace host_stub
