#include "storage/network_file_system.hpp"

#include <linux/magic.h>
#include <sys/vfs.h>

#include <array>

namespace host_stub {
namespace {

struct Kind {
  long magic;
  const char* name;
};

// Those of <linux/magic.h>, and of the kernel's own sources if it lacks them.
constexpr std::array kKinds = std::to_array<Kind>({{NFS_SUPER_MAGIC, "NFS"},
                                                   {SMB_SUPER_MAGIC, "SMB"},
                                                   {0xff534d42, "SMB (CIFS)"},
                                                   {0xfe534d42, "SMB"},
                                                   {AFS_SUPER_MAGIC, "AFS"},
                                                   {CODA_SUPER_MAGIC, "Coda"},
                                                   {V9FS_MAGIC, "9P"},
                                                   {0x00c36400, "Ceph"},
                                                   {0x65735546, "FUSE"}});

}  // namespace

std::optional<std::string> networkFileSystem(long kind) {
  for (const Kind& known : kKinds)
    if (static_cast<std::uint32_t>(known.magic) == static_cast<std::uint32_t>(kind)) return known.name;
  return std::nullopt;
}

std::optional<std::string> networkFileSystemOf(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::path present = std::filesystem::absolute(folder, error);
  while (!std::filesystem::exists(present, error) && present.has_relative_path())
    present = present.parent_path();
  struct statfs system {};
  if (::statfs(present.c_str(), &system) != 0) return std::nullopt;
  return networkFileSystem(static_cast<long>(system.f_type));
}

}  // namespace host_stub
