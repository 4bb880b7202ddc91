#include "storage/sqlite/wal_check.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <optional>
#include <span>
#include <vector>

#include "integration/status.hpp"

namespace host_stub {
namespace {

// https://www.sqlite.org/fileformat2.html#the_write_ahead_log
constexpr std::size_t kHeader = 32, kFrameHeader = 24, kMaxPage = 65536;
constexpr std::uint32_t kMagic = 0x377f0682;  // + 1: the sums are over big-endian words

using Bytes = std::span<const unsigned char>;

std::uint32_t bigEndian(Bytes bytes, std::size_t at) {
  return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 |
         std::uint32_t{bytes[at + 2]} << 8 | bytes[at + 3];
}

// A running sum: each frame's continues that of the frame before.
struct Sum {
  std::uint32_t first = 0, second = 0;
  bool operator==(const Sum&) const = default;

  void add(Bytes bytes, bool isBigEndian) {
    const auto word = [&](std::size_t at) {
      const std::uint32_t value = bigEndian(bytes, at);
      return isBigEndian ? value : __builtin_bswap32(value);
    };
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
      first += word(at) + second;
      second += word(at + 4) + first;
    }
  }
  static Sum at(Bytes bytes, std::size_t place) {
    return {bigEndian(bytes, place), bigEndian(bytes, place + 4)};
  }
};

Sum frameSum(Bytes frame, Sum before, bool isBigEndian) {
  before.add(frame.first(8), isBigEndian);
  before.add(frame.subspan(kFrameHeader), isBigEndian);
  return before;
}

std::optional<std::size_t> pageSizeOf(Bytes header) {
  const std::size_t size = bigEndian(header, 8);
  const bool isOne = size >= 512 && size <= kMaxPage && (size & (size - 1)) == 0;
  return (bigEndian(header, 0) & ~1U) == kMagic && isOne ? std::optional(size) : std::nullopt;
}

[[noreturn]] void refuse() {
  throw integration::Failure(integration::Code::dataLoss,
                             "a part of its log that had been kept isn't as it was written");
}

}  // namespace

void checkLog(const std::filesystem::path& log) {
  std::ifstream in(log, std::ios::binary);
  const auto read = [&](std::span<unsigned char> into) {
    return static_cast<bool>(
        in.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size())));
  };
  std::array<unsigned char, kHeader> header{};
  if (!read(header)) return;
  const auto pageSize = pageSizeOf(header);
  const bool isBigEndian = (bigEndian(header, 0) & 1U) != 0;
  Sum sum;
  sum.add(Bytes(header).first(24), isBigEndian);
  // The header is synced before any frame is written.
  if (!pageSize || sum != Sum::at(header, 24)) {
    if (in.peek() != std::ifstream::traits_type::eof()) refuse();
    return;
  }

  bool sound = true, endsCommit = false;
  Sum stored = sum, actual = sum;  // of the frame before: as it is told there, and as its content has it
  std::vector<unsigned char> frame(kFrameHeader + *pageSize);
  while (read(frame)) {
    const bool isOfThis =
        std::memcmp(frame.data() + 8, header.data() + 16, 8) == 0;  // else of an earlier log
    const Sum told = Sum::at(frame, 16);
    const bool follows = isOfThis && (told == frameSum(frame, stored, isBigEndian) ||
                                      told == frameSum(frame, actual, isBigEndian));
    if (!sound && endsCommit && follows) refuse();
    actual = frameSum(frame, stored, isBigEndian);
    sound = sound && isOfThis && told == actual;
    stored = told;
    endsCommit = isOfThis && bigEndian(frame, 4) != 0;
  }
}

}  // namespace host_stub
