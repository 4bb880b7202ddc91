#include "hires/records.hpp"

#include <charconv>
#include <cstdio>

namespace ashby {
namespace keys {
namespace {

// Thirteen digits order as numbers do until the year 2286.
std::string timed(const char* prefix, std::int64_t at, std::string_view id) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%013lld/", static_cast<long long>(at));
  return prefix + std::string(digits) + std::string(id);
}

}  // namespace

std::string inbox(std::string_view id) { return kInbox + std::string(id); }
std::string attention(std::string_view id) { return kAttention + std::string(id); }
std::string application(std::string_view id) { return kApplication + std::string(id); }
std::string due(std::int64_t at, std::string_view id) { return timed(kDue, at, id); }
std::string promoting(std::int64_t at, std::string_view hire) { return timed(kPromoting, at, hire); }
std::string hires(HireState state) {
  return std::string("hire/") + boost::describe::enum_to_string(state, "") + "/";
}
std::string hire(HireState state, std::string_view hire) { return hires(state) + std::string(hire); }

TimedKey readTimed(std::string_view prefix, std::string_view key) {
  TimedKey read;
  key.remove_prefix(prefix.size());
  const std::size_t slash = key.find('/');
  std::from_chars(key.data(), key.data() + slash, read.at);
  read.id = std::string(key.substr(slash + 1));
  return read;
}

}  // namespace keys

std::string_view decodeText(const integration::Entry& entry) {
  const std::string_view value = entry.value;
  int schema = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), schema);
  if (error != std::errc() || end == value.data() + value.size())
    throw integration::Failure(integration::Code::dataLoss, "the record " + entry.key + " has no schema number");
  if (schema > kSchema)
    throw integration::Failure(integration::Code::failedPrecondition,
                               "the record " + entry.key + " was written by a newer plugin (schema " +
                                   std::to_string(schema) + ", this one knows " + std::to_string(kSchema) +
                                   "): use that plugin");
  return value.substr(static_cast<std::size_t>(end - value.data()) + 1);
}

}  // namespace ashby
