// The host's data: one SQLite file in the data folder. Its holder serves the folder.
#pragma once

#include <filesystem>
#include <optional>
#include <type_traits>

#include "storage/folder_lock.hpp"
#include "storage/readers.hpp"
#include "storage/writer.hpp"

namespace host_stub {

// WAL with synchronous=FULL: what write() returned from survives a power cut. Deleted data is overwritten
// (secure_delete). Outlives all that uses it.
class Database {
 public:
  // Throws DataInUse, DataDamaged (the file is left as it is), DataError.
  explicit Database(const std::filesystem::path& folder);

  const std::filesystem::path& folder() const { return folder_; }

  // [thread-safe] work(SqlSession&), all or nothing, durable on return: see Writer::run. Gives what work
  // returns.
  template <class Work>
  auto write(const Work& work) {
    using Result = std::invoke_result_t<Work, SqlSession&>;
    if constexpr (std::is_void_v<Result>) {
      writer_.run(work);
    } else {
      std::optional<Result> result;
      writer_.run([&](SqlSession& sql) { result = work(sql); });
      return *std::move(result);
    }
  }

  // [thread-safe] work(SqlSession&) over one snapshot.
  template <class Work>
  auto read(const Work& work) {
    Snapshot snapshot(readers_);
    return work(snapshot.sql());
  }

  // [thread-safe] Takes the log into the file and cuts it to nothing: until then it still holds what has been
  // deleted. False if a reader was in the way: try again.
  bool emptyLog();

 private:
  std::filesystem::path folder_;
  FolderLock lock_;
  Writer writer_;
  Readers readers_;
};

}  // namespace host_stub
