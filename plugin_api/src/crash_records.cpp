#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "crash_line.hpp"
#include "integration/describe_json.hpp"
#include "integration/json.hpp"

namespace integration {

BOOST_DESCRIBE_STRUCT(CrashRecord, (), (at, how, plugin, entry, connection, trace, note))

std::vector<CrashRecord> readCrashRecords(const std::filesystem::path& file) {
  constexpr std::streamoff kMost = 1024 * 1024;
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  const std::streamoff size = in ? static_cast<std::streamoff>(in.tellg()) : 0;
  in.seekg(std::max<std::streamoff>(0, size - kMost));
  std::vector<CrashRecord> records;
  for (std::string line; std::getline(in, line);) {
    try {
      records.push_back(fromJsonText<CrashRecord>(line, "a crash record"));
    } catch (const Failure&) {
      // Torn, or cut off where the reading began.
    }
  }
  return records;
}

void appendCrashRecord(const std::filesystem::path& file, const CrashRecord& record) {
  const int opened = openCrashRecords(file);
  const CrashLine line(record.at, record.how.c_str(), crashTextsOf(record));
  const bool written =
      ::write(opened, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(opened) == 0;
  ::close(opened);
  if (!written) throw Failure(Code::unavailable, file.string() + " can't be written: make room on its disk");
}

}  // namespace integration
