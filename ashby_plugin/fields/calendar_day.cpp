#include "fields/calendar_day.hpp"

namespace ashby {
namespace {

// Takes what is expected off the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool take(std::string_view oneOf) {
    if (rest_.empty() || oneOf.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Exactly so many digits.
  std::optional<int> number(std::size_t digits) {
    if (rest_.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, digits)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(digits);
    return value;
  }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

struct TimeOfDay {
  bool midnight = true;
  // Whether an offset that isn't zero says that it is a place's own time.
  bool local = false;
};

// The widest offsets in use.
constexpr int kLastEast = 14, kLastWest = 12;

// "+01:00", "-0800", "+01". False for what is no offset of any place.
bool takeOffset(Reader& reader, bool west, TimeOfDay& time) {
  const auto hours = reader.number(2);
  if (!hours) return false;
  const bool colon = reader.take(":");
  const auto minutes = reader.number(2);
  if (colon && !minutes) return false;
  const int minute = minutes.value_or(0), widest = 60 * (west ? kLastWest : kLastEast);
  time.local = *hours != 0 || minute != 0;
  return minute < 60 && *hours * 60 + minute <= widest;
}

std::optional<TimeOfDay> timeOfDay(Reader reader) {
  TimeOfDay time;
  const auto hour = reader.number(2);
  if (!hour || *hour > 23 || !reader.take(":")) return std::nullopt;
  const auto minute = reader.number(2);
  if (!minute || *minute > 59) return std::nullopt;
  time.midnight = *hour == 0 && *minute == 0;
  if (reader.take(":")) {
    const auto second = reader.number(2);
    if (!second || *second > 60) return std::nullopt;
    time.midnight = time.midnight && *second == 0;
    if (reader.take(".,")) {
      auto digit = reader.number(1);
      if (!digit) return std::nullopt;
      for (; digit; digit = reader.number(1)) time.midnight = time.midnight && *digit == 0;
    }
  }
  if (reader.take("Zz")) return reader.done() ? std::optional(time) : std::nullopt;
  const bool east = reader.take("+"), west = !east && reader.take("-");
  if ((east || west) && !takeOffset(reader, west, time)) return std::nullopt;
  return reader.done() ? std::optional(time) : std::nullopt;
}

}  // namespace

std::optional<WrittenDay> writtenDay(std::string_view text) {
  constexpr std::size_t kLength = 10;
  Reader reader(text);
  if (!reader.number(4) || !reader.take("-") || !reader.number(2) || !reader.take("-") || !reader.number(2))
    return std::nullopt;
  WrittenDay written{std::string(text.substr(0, kLength))};
  if (reader.done()) return written;
  if (!reader.take("Tt ")) return std::nullopt;
  const auto time = timeOfDay(reader);
  if (!time) return std::nullopt;
  written.timestamp = true;
  written.elsewhereMaybe = !time->local && !time->midnight;
  return written;
}

}  // namespace ashby
