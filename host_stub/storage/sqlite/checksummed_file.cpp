#include "storage/sqlite/checksummed_file.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace host_stub {
namespace {

// https://www.sqlite.org/fileformat2.html
constexpr int kHeader = 100, kLogHeader = 32, kFrameHeader = 24, kMaxPage = 65536;
constexpr std::size_t kPageSizeAt = 16, kReservedAt = 20, kLogSaltsAt = 16, kFrameSaltsAt = 8;
constexpr char kMagic[] = "SQLite format 3";
constexpr std::array<unsigned char, kSalts> kNoLog{};

using Sum = std::array<unsigned char, kSum>;

Sum sumOf(const unsigned char* page, std::size_t size, sqlite3_int64 at) {
  const std::uint64_t number = static_cast<std::uint64_t>(at) / size + 1;
  std::uint64_t hash = XXH3_64bits_withSeed(page, size - kPageTrailer, number);
  Sum sum;
  for (unsigned char& byte : sum) {
    byte = static_cast<unsigned char>(hash);
    hash >>= 8;
  }
  return sum;
}

}  // namespace

int ChecksummedFile::read(void* into, int size, sqlite3_int64 at) {
  auto* const bytes = static_cast<unsigned char*>(into);
  if (database_ != nullptr) {
    const int code = below().pMethods->xRead(&below(), into, size, at);
    return code == SQLITE_OK && at == 0 && size == kLogHeader ? checkFrames(bytes + kLogSaltsAt) : code;
  }
  if (summed_ && at + size > kHeader) return readPage(bytes, size, at);
  const int code = below().pMethods->xRead(&below(), into, size, at);
  if (code == SQLITE_OK && at == 0 && size >= kHeader) {
    learn(bytes);
    // If a file ends within its first page, every page is refused when it is read.
    if (const int pair = summed_ ? readPair(log_) : SQLITE_OK; pair != SQLITE_IOERR_DATA) return pair;
  }
  return code;
}

// Whole, even where SQLite wants a part of it.
int ChecksummedFile::readPage(unsigned char* into, int size, sqlite3_int64 at) {
  const sqlite3_int64 begin = at / pageSize_ * pageSize_;
  if (at + size > begin + pageSize_) return SQLITE_IOERR_DATA;
  std::array<unsigned char, kMaxPage> page;
  const int code = below().pMethods->xRead(&below(), page.data(), pageSize_, begin);
  if (code != SQLITE_OK) return code == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_DATA : code;
  const Sum sum = sumOf(page.data(), static_cast<std::size_t>(pageSize_), begin);
  if (!std::equal(sum.begin(), sum.end(), page.data() + pageSize_ - kSum)) return SQLITE_IOERR_DATA;
  std::copy_n(page.data() + (at - begin), size, into);
  return SQLITE_OK;
}

int ChecksummedFile::write(const void* content, int size, sqlite3_int64 at) {
  const auto* const bytes = static_cast<const unsigned char*>(content);
  if (database_ != nullptr && at == 0 && size == kLogHeader)
    if (const int code = database_->beginLog(bytes + kLogSaltsAt); code != SQLITE_OK) return code;
  if (database_ == nullptr && at == 0 && size >= kHeader) learn(bytes);
  if (database_ != nullptr || !summed_ || size != pageSize_)
    return below().pMethods->xWrite(&below(), content, size, at);
  std::array<unsigned char, kMaxPage> page;
  unsigned char* const end = std::copy_n(bytes, static_cast<std::size_t>(size) - kPageTrailer, page.begin());
  const Sum sum = sumOf(page.data(), static_cast<std::size_t>(size), at);
  std::copy(sum.begin(), sum.end(), std::copy(log_.begin(), log_.end(), end));
  return below().pMethods->xWrite(&below(), page.data(), size, at);
}

int ChecksummedFile::sync(int flags) {
  const int code = below().pMethods->xSync(&below(), flags);
  return code == SQLITE_OK && database_ != nullptr ? database_->logSynced() : code;
}

int ChecksummedFile::truncate(sqlite3_int64 size) {
  const bool endsLog = database_ != nullptr && size == 0;
  if (endsLog)
    if (const int code = database_->endLog(); code != SQLITE_OK) return code;
  const int code = below().pMethods->xTruncate(&below(), size);
  return code == SQLITE_OK && endsLog ? sync(SQLITE_SYNC_NORMAL) : code;
}

int ChecksummedFile::size(sqlite3_int64* size) {
  const int code = below().pMethods->xFileSize(&below(), size);
  return code == SQLITE_OK && database_ != nullptr && *size < kLogHeader ? database_->checkLog(kNoLog.data())
                                                                         : code;
}

// From the header whether there are sums, and how large a page is.
void ChecksummedFile::learn(const unsigned char* header) {
  pageSize_ = header[kPageSizeAt] << 8 | header[kPageSizeAt + 1];
  if (pageSize_ == 1) pageSize_ = kMaxPage;
  summed_ = std::memcmp(header, kMagic, sizeof kMagic) == 0 && header[kReservedAt] == kPageTrailer;
}

int ChecksummedFile::readPair(LogPair& pair) {
  const int code = below().pMethods->xRead(&below(), pair.data(), static_cast<int>(pair.size()),
                                           pageSize_ - static_cast<int>(kPageTrailer));
  return code == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_DATA : code;
}

int ChecksummedFile::writePair(const unsigned char* first, const unsigned char* second) {
  LogPair pair;
  std::copy_n(second, kSalts, std::copy_n(first, kSalts, pair.begin()));
  const int code = below().pMethods->xWrite(&below(), pair.data(), static_cast<int>(pair.size()),
                                            pageSize_ - static_cast<int>(kPageTrailer));
  if (code == SQLITE_OK) log_ = pair;
  return code;
}

// A log that has a header alone, as one whose header could not be synced, says nothing, whosever it is.
int ChecksummedFile::checkFrames(const unsigned char* salts) {
  std::array<unsigned char, kFrameHeader> frame;
  const int code = below().pMethods->xRead(&below(), frame.data(), kFrameHeader, kLogHeader);
  if (code == SQLITE_IOERR_SHORT_READ) return SQLITE_OK;
  const bool has = code == SQLITE_OK && std::equal(salts, salts + kSalts, frame.data() + kFrameSaltsAt);
  return has ? database_->checkLog(salts) : code;
}

// Durable before the log's header is written: a power cut may leave the log that was known to be on the disk.
int ChecksummedFile::beginLog(const unsigned char* salts) {
  if (!summed_) return SQLITE_OK;
  const LogPair before = log_;
  const int code = writePair(salts, before.data() + kSalts);
  return code == SQLITE_OK ? below().pMethods->xSync(&below(), SQLITE_SYNC_NORMAL) : code;
}

// Durable before it goes.
int ChecksummedFile::endLog() {
  return beginLog(kNoLog.data());
}

// From now on the log must be the one that is on the disk.
int ChecksummedFile::logSynced() {
  if (!summed_ || std::equal(log_.begin(), log_.begin() + kSalts, log_.begin() + kSalts)) return SQLITE_OK;
  const LogPair now = log_;
  return writePair(now.data(), now.data());
}

int ChecksummedFile::checkLog(const unsigned char* salts) {
  if (!summed_) return SQLITE_OK;
  LogPair known;
  if (const int code = readPair(known); code != SQLITE_OK) return code;
  const bool mine = std::equal(salts, salts + kSalts, known.begin()) ||
                    std::equal(salts, salts + kSalts, known.begin() + kSalts);
  if (!mine) return SQLITE_IOERR_DATA;
  std::copy_n(salts, kSalts, log_.begin() + kSalts);
  return SQLITE_OK;
}

}  // namespace host_stub
