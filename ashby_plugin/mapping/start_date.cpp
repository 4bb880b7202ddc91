#include "mapping/start_date.hpp"

#include "integration/time.hpp"
#include "mapping/calendar_day.hpp"
#include "mapping/clean_text.hpp"

namespace ashby {
namespace {

constexpr const char* kPath = "employmentStartDate";
constexpr std::chrono::year kFirst(2000), kLast(2099);

}  // namespace

StartDate readStartDate(const std::string& text) {
  const std::string clean = cleanText(text);
  if (clean.empty()) return {std::nullopt, {{kPath, "missing", "The offer has no start date"}}};
  const auto written = writtenDay(clean);
  if (!written)
    return {std::nullopt,
            {{kPath, "invalid", "The offer's start date is written in a form that isn't understood"}}};
  const auto date = integration::parseDate(written->day);
  if (!date) return {std::nullopt, {{kPath, "invalid", "The offer's start date is no day of the calendar"}}};
  if (date->year() < kFirst || date->year() > kLast)
    return {std::nullopt, {{kPath, "implausible", "The offer's start date is in an implausible year"}}};
  if (written->elsewhereMaybe)
    return {
        written->day,
        {{kPath, "uncertain", "The offer's start date came with a time of day: check that it is this day"}}};
  return {written->day, {}};
}

}  // namespace ashby
