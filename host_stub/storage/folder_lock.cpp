#include "storage/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "storage/data_errors.hpp"

namespace host_stub {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const char* what) {
  throw DataError(path.string() + " can't be " + what + ": " + std::system_category().message(errno));
}

}  // namespace

void makePrivateFolder(const std::filesystem::path& folder) {
  std::error_code error;
  const bool made = std::filesystem::create_directories(folder, error);
  if (!error && made) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  if (error) throw DataError("the data folder " + folder.string() + " can't be made: " + error.message());
}

void makePrivateFile(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) refuse(file, "opened for writing");
  ::close(fd);
}

void syncFolder(const std::filesystem::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) refuse(folder, "opened");
  const int result = ::fsync(fd);
  ::close(fd);
  if (result != 0) refuse(folder, "written to disk");
}

FolderLock::FolderLock(const std::filesystem::path& folder) {
  makePrivateFolder(folder);
  const auto path = folder / "lock";
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file_ < 0) refuse(path, "opened for writing");
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
  const bool held = errno == EWOULDBLOCK;
  ::close(file_);
  if (held)
    throw DataInUse(
        "the data folder " + folder.string() +
        " is in use by another host_stub: stop that one first, or give this one a folder of its own");
  refuse(path, "locked");
}

FolderLock::~FolderLock() {
  ::close(file_);
}

}  // namespace host_stub
