// Fuzzes times, and the headers that say when Ashby may be called again. Compares them with the C library's
// calendar.
#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "ashby/pacing.hpp"
#include "fields/clean_text.hpp"
#include "fields/start_date.hpp"
#include "fuzzer.hpp"
#include "integration/time.hpp"

using fuzzing::mustHold;

namespace {

constexpr std::int64_t kHourMs = 3600000;
constexpr std::int64_t kYear10000 = 253402300800000;

bool hasForm(std::string_view text, std::string_view form) {
  return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) {
           return f == 'd' ? c >= '0' && c <= '9' : c == f;
         });
}

int numberAt(std::string_view text, std::size_t at, std::size_t digits) {
  return std::stoi(std::string(text.substr(at, digits)));
}

// Returns the seconds since 1970 of "2026-11-23T10:00:00"; nullopt if the calendar has no such moment.
std::optional<std::int64_t> secondsOf(std::string_view text) {
  std::tm given{};
  given.tm_year = numberAt(text, 0, 4) - 1900;
  given.tm_mon = numberAt(text, 5, 2) - 1;
  given.tm_mday = numberAt(text, 8, 2);
  std::tm day = given;
  const std::int64_t seconds = timegm(&day);
  if (day.tm_mon != given.tm_mon || day.tm_mday != given.tm_mday) return std::nullopt;
  const int hour = numberAt(text, 11, 2), minute = numberAt(text, 14, 2), second = numberAt(text, 17, 2);
  if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
  return seconds + hour * 3600 + minute * 60 + second;
}

std::optional<std::int64_t> expectedTime(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:dd";
  if (!hasForm(text.substr(0, kForm.size()), kForm)) return std::nullopt;
  const auto seconds = secondsOf(text);
  if (!seconds) return std::nullopt;
  std::string_view rest = text.substr(kForm.size());
  std::string fraction;
  if (rest.starts_with('.')) {
    const std::size_t end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
    fraction = rest.substr(1, end - 1);
    rest.remove_prefix(end);
  }
  const std::int64_t at = *seconds * 1000 + std::stoi((fraction + "000").substr(0, 3));
  if (rest == "Z") return at;
  if (!hasForm(rest, "+dd:dd") && !hasForm(rest, "-dd:dd")) return std::nullopt;
  const std::int64_t offset = (numberAt(rest, 1, 2) * 60 + numberAt(rest, 4, 2)) * 60000LL;
  return rest[0] == '+' ? at - offset : at + offset;
}

// Returns whether the text has a time of day other than midnight without a local offset.
bool mayBeElsewhere(std::string_view text) {
  if (text.size() < 16 || text[13] != ':') return false;
  const std::string_view time = text.substr(11);
  const std::size_t zone = time.find_first_of("Zz+-");
  const std::string_view clock = time.substr(0, zone);
  const bool midnight = clock.find_first_of("123456789") == clock.npos;
  const bool local = zone != time.npos && time.find_first_of("123456789", zone) != time.npos;
  return !midnight && !local;
}

void readStart(std::string_view text) {
  const ashby::StartDate start = ashby::readStartDate(std::string(text));
  if (!start.date) return;
  const auto day = integration::parseDate(*start.date);
  mustHold(day.has_value(), "a start date is a day of the calendar");
  const std::string clean = ashby::cleanText(text);
  mustHold(start.issues.empty() != mayBeElsewhere(clean), "a day that may be another is flagged", clean);
  mustHold(!ashby::farStartIssue(*start.date, integration::startOfDay(*day)), "no day is far from itself");
  mustHold(
      ashby::farStartIssue(*start.date, integration::startOfDay(*day) - 800 * 24 * kHourMs).has_value() &&
          ashby::farStartIssue(*start.date, integration::startOfDay(*day) + 400 * 24 * kHourMs).has_value(),
      "a day that is years away is far");
}

void readTime(std::string_view text) {
  const auto read = integration::parseTime(text);
  mustHold(read == expectedTime(text), "a time is read as the calendar has it", text);
  const auto date = integration::parseDate(text);
  if (date)
    mustHold(integration::formatDate(integration::startOfDay(*date)) == text, "a date is written as read");
  if (read && *read >= -62167219200000 && *read < kYear10000)
    mustHold(integration::parseTime(integration::formatTime(*read)) == read, "a time is read as written");
  readStart(text);
}

std::optional<std::int64_t> waitFor(std::int64_t now, std::string_view text) {
  const std::vector<integration::Header> headers = {{"retry-after", std::string(text)}};
  return ashby::retryAfter(now, headers);
}

void readRetryAfter(std::int64_t now, std::string_view text, std::int64_t at) {
  const auto wait = waitFor(now, text);
  if (wait) mustHold(*wait >= 0 && *wait <= kHourMs, "no wait is longer than an hour", text);
  const bool digits = !text.empty() && text.size() < 10 && text.find_first_not_of("0123456789") == text.npos;
  if (digits)
    mustHold(wait == std::min<std::int64_t>(std::stoll(std::string(text)) * 1000, kHourMs), "seconds", text);

  const std::time_t seconds = at / 1000;
  char date[40];
  std::strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT", std::gmtime(&seconds));
  mustHold(waitFor(now, date) == std::clamp<std::int64_t>(seconds * 1000 - now, 0, kHourMs), "a date", date);
}

void pace(FuzzedDataProvider& input, std::int64_t now) {
  ashby::Pacer pacer;
  while (input.remaining_bytes() > 0) {
    std::vector<integration::Header> headers;
    for (const char* name : {"x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"})
      if (input.ConsumeBool())
        headers.push_back({name, input.ConsumeBool() ? std::to_string(input.ConsumeIntegral<std::int64_t>())
                                                     : input.ConsumeRandomLengthString(24)});
    pacer.learn(now, headers);
    pacer.sent(now, input.ConsumeIntegralInRange(1, 16));
    const std::int64_t ready = pacer.readyAt(now, input.ConsumeIntegralInRange(1, 16));
    mustHold(ready >= now && ready <= now + ashby::Pacer::kWindowMs, "nobody waits longer than a window");
    now += input.ConsumeIntegralInRange(-2000, 90000);
  }
}

}  // namespace

void fuzz(std::string_view bytes) {
  FuzzedDataProvider input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  const auto now = input.ConsumeIntegralInRange<std::int64_t>(0, kYear10000 - 1);
  const auto at = input.ConsumeIntegralInRange<std::int64_t>(0, kYear10000 - 1);
  const std::string text = input.ConsumeRandomLengthString(64);
  mustHold(integration::parseTime(integration::formatTime(at)) == at, "every time is read as written");
  (void)integration::formatTime(input.ConsumeIntegral<std::int64_t>());
  readTime(text);
  readRetryAfter(now, text, at);
  pace(input, now);
}
