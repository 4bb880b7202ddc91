// Measures how long it takes to make a delivery durable: one row of 200 bytes, like an inbox item.
#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <atomic>
#include <memory>

#include "host_folder.hpp"

namespace {

using bench::Folder;
using bench::Host;
using integration::Op;

const std::string kValue(200, 'v');

std::string nextKey() {
  static std::atomic<std::uint64_t> count{0};
  std::string digits = std::to_string(++count);
  return "inbox/" + std::string(20 - digits.size(), '0') + digits;
}

std::unique_ptr<Host> host;

void commits(benchmark::State& state) {
  for (auto _ : state) {
    if (!host->store.commit({{Op::put(nextKey(), kValue)}, 1}).ok())
      state.SkipWithError("the commit was aborted");
  }
}
void openHost(const benchmark::State&) {
  host = std::make_unique<Host>();
}
void closeHost(const benchmark::State&) {
  host.reset();
}
BENCHMARK(commits)
    ->Name("commit to a connection's store")
    ->Setup(openHost)
    ->Teardown(closeHost)
    ->UseRealTime();
BENCHMARK(commits)
    ->Name("commits of 16 threads, each")
    ->Setup(openHost)
    ->Teardown(closeHost)
    ->Threads(16)
    ->UseRealTime();

// A table of SQLite with the host's settings, without the host's code.
class RawTable {
 public:
  RawTable() {
    if (sqlite3_open((folder_.path() / "raw.db").c_str(), &handle_) != SQLITE_OK)
      throw std::runtime_error("no raw database");
    run("PRAGMA page_size=16384; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA "
        "wal_autocheckpoint=250;"
        "CREATE TABLE entries (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID");
    sqlite3_prepare_v2(handle_, "INSERT INTO entries VALUES (?, ?)", -1, &insert_, nullptr);
  }
  ~RawTable() {
    sqlite3_finalize(insert_);
    sqlite3_close(handle_);
  }
  RawTable(const RawTable&) = delete;
  RawTable& operator=(const RawTable&) = delete;

  void commit(std::int64_t rows) {
    run("BEGIN IMMEDIATE");
    for (std::int64_t row = 0; row < rows; ++row) {
      const std::string key = nextKey();
      sqlite3_bind_blob(insert_, 1, key.data(), static_cast<int>(key.size()), SQLITE_STATIC);
      sqlite3_bind_blob(insert_, 2, kValue.data(), static_cast<int>(kValue.size()), SQLITE_STATIC);
      if (sqlite3_step(insert_) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(handle_));
      sqlite3_reset(insert_);
    }
    run("COMMIT");
  }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(handle_));
  }

  Folder folder_;
  sqlite3* handle_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

void rawCommits(benchmark::State& state) {
  RawTable table;
  for (auto _ : state) table.commit(1);
}
BENCHMARK(rawCommits)->Name("raw SQLite FULL commit of one row")->UseRealTime();

void rawGroups(benchmark::State& state) {
  constexpr std::int64_t kRows = 16;
  RawTable table;
  while (state.KeepRunningBatch(kRows)) table.commit(kRows);
}
BENCHMARK(rawGroups)->Name("raw SQLite FULL, 16 rows a commit, each row")->UseRealTime();

}  // namespace
