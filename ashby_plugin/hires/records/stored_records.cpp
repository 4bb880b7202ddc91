#include "hires/records/stored_records.hpp"

#include "hires/records/record_json.hpp"

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

std::string inbox(std::string_view id) {
  return kInbox + std::string(id);
}
std::string attention(std::string_view id) {
  return kAttention + std::string(id);
}
std::string application(std::string_view id) {
  return kApplication + std::string(id);
}
std::string due(std::int64_t at, std::string_view id) {
  return timed(kDue, at, id);
}
std::string promoting(std::int64_t at, std::string_view hire) {
  return timed(kPromoting, at, hire);
}
std::string later(std::int64_t at, std::string_view what, std::string_view id) {
  return timed(kLater, at, std::string(what) + "/" + std::string(id));
}
std::string notice(std::string_view id) {
  return "notice/" + std::string(id);
}
std::string hires(HireState state) {
  return std::string("hire/") + boost::describe::enum_to_string(state, "") + "/";
}
std::string hire(HireState state, std::string_view hire) {
  return hires(state) + std::string(hire);
}

TimedKey readTimed(std::string_view prefix, std::string_view key) {
  TimedKey read;
  key.remove_prefix(prefix.size());
  const std::size_t slash = key.find('/');
  std::from_chars(key.data(), key.data() + slash, read.at);
  read.id = std::string(key.substr(slash + 1));
  return read;
}

}  // namespace keys

template std::string encode(const ApplicationRecord&);
template std::string encode(const InboxItem&);
template std::string encode(const HireDocument&);
template std::string encode(const Reconciliation&);
template std::optional<ApplicationRecord> decode(const integration::Entry&);
template std::optional<InboxItem> decode(const integration::Entry&);
template std::optional<HireDocument> decode(const integration::Entry&);
template std::optional<Reconciliation> decode(const integration::Entry&);

}  // namespace ashby
