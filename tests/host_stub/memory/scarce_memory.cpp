#include "host_stub/memory/scarce_memory.hpp"

#include <openssl/crypto.h>
#include <sqlite3.h>
#include <sys/mman.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <stdexcept>

namespace host_stub_test {
namespace {

thread_local bool spared = false;

// Shared with child processes.
struct Shared {
  std::atomic<bool> counting;
  std::atomic<std::uint64_t> allocations, failFirst, failCount;
};
Shared* shared = nullptr;
std::atomic<bool> failed{false};  // in this process

bool fails() {
  if (spared || shared == nullptr || !shared->counting.load(std::memory_order_relaxed)) return false;
  const std::uint64_t number = shared->allocations.fetch_add(1) + 1;
  if (number < shared->failFirst || number - shared->failFirst >= shared->failCount) return false;
  failed = true;
  return true;
}

sqlite3_mem_methods ofSqlite;  // SQLite's own

void* sqliteTake(int size) {
  return fails() ? nullptr : ofSqlite.xMalloc(size);
}
void* sqliteResize(void* memory, int size) {
  return fails() ? nullptr : ofSqlite.xRealloc(memory, size);
}

void* opensslTake(std::size_t size, const char*, int) {
  return size == 0 || fails() ? nullptr : std::malloc(size);
}
void* opensslResize(void* memory, std::size_t size, const char*, int) {
  return fails() ? nullptr : std::realloc(memory, size);
}
void opensslFree(void* memory, const char*, int) {
  std::free(memory);
}

}  // namespace

void* take(std::size_t size, std::size_t alignment) {
  void* memory = nullptr;
  if (!fails()) {
    const std::size_t whole = (size + alignment - 1) / alignment * alignment;
    memory = std::aligned_alloc(alignment, whole);
  }
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void ScarceMemory::install() {
  spared = true;
  void* const memory =
      ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  shared = new (memory) Shared{};
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &ofSqlite);
  sqlite3_mem_methods methods = ofSqlite;
  methods.xMalloc = sqliteTake;
  methods.xRealloc = sqliteResize;
  if (sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK ||
      CRYPTO_set_mem_functions(opensslTake, opensslResize, opensslFree) != 1)
    throw std::logic_error("SQLite or OpenSSL was used already");
}

void ScarceMemory::failFrom(std::uint64_t n, std::uint64_t count) {
  shared->failFirst = n;
  shared->failCount = count;
  shared->allocations = 0;
  shared->counting = true;
}

std::uint64_t ScarceMemory::stopFailing() {
  shared->counting = false;
  return shared->allocations;
}

bool ScarceMemory::hasFailed() {
  return failed;
}

}  // namespace host_stub_test

#ifdef __SANITIZE_ADDRESS__
// Some forms of new that aren't here end in the sanitizer's own, and are freed by these.
extern "C" const char* __asan_default_options() {
  return "alloc_dealloc_mismatch=0";
}
#endif

// The other forms of new and delete end in these.
void* operator new(std::size_t size) {
  return host_stub_test::take(size, __STDCPP_DEFAULT_NEW_ALIGNMENT__);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return host_stub_test::take(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  std::free(memory);
}
