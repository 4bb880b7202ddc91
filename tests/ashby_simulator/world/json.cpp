#include "world/json.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace ashby_simulator {
namespace {

constexpr int kMaxDepth = 64;

bool nestedTooDeep(std::string_view text) {
  int depth = 0;
  bool inString = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inString) {
      if (c == '\\') ++i;
      if (c == '"') inString = false;
    } else if (c == '"') {
      inString = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

}  // namespace

std::optional<Json> parseJson(std::string_view text) {
  if (nestedTooDeep(text)) return std::nullopt;
  Json parsed = Json::parse(text, nullptr, false);
  if (parsed.is_discarded()) return std::nullopt;
  return parsed;
}

std::string isoTime(Millis time) {
  using namespace std::chrono;
  const sys_time<milliseconds> instant{milliseconds{time}};
  const auto day = floor<days>(instant);
  const year_month_day date{day};
  const hh_mm_ss clock{instant - day};
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
                static_cast<int>(clock.subseconds().count()));
  return text.data();
}

std::optional<Millis> parseIsoTime(const std::string& text) {
  using namespace std::chrono;
  int y = 0, hour = 0, minute = 0, second = 0, millis = 0;
  unsigned m = 0, d = 0;
  const int read =
      std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d.%3d", &y, &m, &d, &hour, &minute, &second, &millis);
  const year_month_day date{year{y}, month{m}, day{d}};
  if ((read != 3 && read < 6) || !date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  const auto instant =
      sys_days{date} + hours{hour} + minutes{minute} + seconds{second} + milliseconds{millis};
  return duration_cast<milliseconds>(instant.time_since_epoch()).count();
}

const Json& member(const Json& object, const std::string& name) {
  static const Json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(name);
  return found == object.end() ? kNull : *found;
}

std::string textOf(const Json& object, const std::string& name) {
  const Json& value = member(object, name);
  return value.is_string() ? value.get<std::string>() : std::string();
}

}  // namespace ashby_simulator
