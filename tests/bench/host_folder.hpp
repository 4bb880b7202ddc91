// A host's data on a disk, with one connection.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "hosting/connections/connections.hpp"
#include "services/sqlite_store.hpp"
#include "storage/database.hpp"
#include "storage/work_schedule.hpp"

namespace bench {

// A temporary folder below the current one, since /tmp may not be on a disk.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::current_path() / "bench.XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder " + name);
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Host {
  Folder folder;
  host_stub::Database database{folder.path()};
  host_stub::WorkSchedule wakes{database};
  host_stub::ConnectionKey key = host_stub::Connections(database).create("main", "ashby", "Ashby", 1).key;
  host_stub::SqliteStore store{database, wakes, key, false};
};

}  // namespace bench
