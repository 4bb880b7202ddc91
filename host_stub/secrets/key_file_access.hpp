// Tells who else may read a key file: as chmod, systemd, Kubernetes and Docker leave it.
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>

namespace host_stub {

// The part of a file's permissions that counts.
struct FileAccess {
  mode_t mode = 0;
  bool ownedByRoot = false;
  bool isHandedOut = false;  // on a file system in memory that is mounted read-only: by the service manager
};

// Reads it of an open file.
FileAccess accessOf(int file);

// Returns what is wrong and what to do, nullopt if the file may hold a key:
// - nobody but its owner may read it (0600, 0400);
// - root owns it and its group may read it (0440, 0640): systemd's LoadCredential, a Kubernetes secret with
//   fsGroup;
// - root owns it and all may read it (0444), but it was handed out to this service alone: a Docker secret.
// Nobody but the owner may ever write it.
std::optional<std::string> problemOfKeyFile(const FileAccess& access);

}  // namespace host_stub
