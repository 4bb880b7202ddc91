#include "mapping/calendar_day.hpp"

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
  bool midnight = true, utc = false;
};

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
      if (!reader.number(1)) return std::nullopt;
      while (reader.number(1)) {
      }
    }
  }
  time.utc = reader.take("Zz");
  if (!time.utc && reader.take("+-")) {
    if (!reader.number(2)) return std::nullopt;
    const bool colon = reader.take(":");
    if (!reader.number(2) && colon) return std::nullopt;
  }
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
  written.elsewhereMaybe = time->utc && !time->midnight;
  return written;
}

}  // namespace ashby
