// A copy of host.db as an earlier release left it, for going back to that release.
#pragma once

#include <filesystem>

namespace host_stub {

// host.db and its log, copied beside them before the schema steps forward. Gone with this object unless it is
// kept. Not thread-safe.
class SchemaCopy {
 public:
  // Copies `file` to `<file>.schema<version>`, and its log likewise, replacing an earlier copy. Nobody may
  // write to the file meanwhile. Throws std::filesystem::filesystem_error, DataError.
  SchemaCopy(const std::filesystem::path& file, int version);
  ~SchemaCopy();
  SchemaCopy(const SchemaCopy&) = delete;
  SchemaCopy& operator=(const SchemaCopy&) = delete;

  // Makes the copy durable and leaves it there.
  void keep();

 private:
  const std::filesystem::path copy_;
  bool isKept_ = false;
};

// Removes the copies that are older than seven days: they still hold what was erased since.
void removeOldSchemaCopies(const std::filesystem::path& folder);

}  // namespace host_stub
