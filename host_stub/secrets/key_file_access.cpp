#include "secrets/key_file_access.hpp"

#include <linux/magic.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

namespace host_stub {

FileAccess accessOf(int file) {
  struct stat status {};
  struct statfs system {};
  struct statvfs mount {};
  FileAccess access;
  if (::fstat(file, &status) != 0) return {0777, false, false};
  access.mode = status.st_mode & 0777;
  access.ownedByRoot = status.st_uid == 0;
  const bool inMemory =
      ::fstatfs(file, &system) == 0 && (system.f_type == TMPFS_MAGIC || system.f_type == RAMFS_MAGIC);
  access.isHandedOut = inMemory && ::fstatvfs(file, &mount) == 0 && (mount.f_flag & ST_RDONLY) != 0;
  return access;
}

std::optional<std::string> problemOfKeyFile(const FileAccess& access) {
  if ((access.mode & 022) != 0) return "can be written by others: run chmod 600 on it";
  const mode_t othersMay = access.mode & 077;
  const mode_t mayBeLeft = !access.ownedByRoot ? 0 : access.isHandedOut ? 044 : 040;
  if ((othersMay & ~mayBeLeft) == 0) return std::nullopt;
  return "can be read by others: run chmod 600 on it, or let root own it with the service's group and "
         "run chmod 440, or give the key as HOST_STUB_KEY instead";
}

}  // namespace host_stub
