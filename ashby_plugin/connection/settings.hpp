// What the admin chose, and the facts that the connection's health is told from.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>

#include "hires/records.hpp"
#include "integration/call.hpp"

namespace ashby {

struct Settings {
  bool enabled = false;
  std::int64_t firstEnabledAt = 0, keyAcceptedAt = 0;
  Text importFrom;  // a date, UTC; null until the first enable or the admin sets it

  bool complete() const { return keyAcceptedAt != 0; }
  // Unix ms: a hire counts when its hire moment isn't earlier.
  std::int64_t countsFrom() const;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (enabled, firstEnabledAt, keyAcceptedAt, importFrom))

// Of authentic deliveries. Written at most every half minute, so `at` may lag by that.
struct WebhookFacts {
  std::int64_t firstAt = 0, at = 0;
};
BOOST_DESCRIBE_STRUCT(WebhookFacts, (), (firstAt, at))

// Of deliveries that were refused in the minute that began at `minute`: the lines of the activity that count
// them, for each reason.
struct Rejections {
  std::int64_t minute = 0;
  Text missingId, wrongId, tooLargeId;
};
BOOST_DESCRIBE_STRUCT(Rejections, (), (minute, missingId, wrongId, tooLargeId))

// Of the work against Ashby. trouble: what stops all of it ("", "key", "permission", "unavailable"), since
// when, in which words; pausedUntil: nothing is asked of Ashby before.
struct WorkFacts {
  std::int64_t lastSuccessAt = 0, lastImportAt = 0, troubleSince = 0, pausedUntil = 0;
  std::string trouble, troubleText;
  std::uint32_t attempts = 0;
};
BOOST_DESCRIBE_STRUCT(WorkFacts, (),
                      (lastSuccessAt, lastImportAt, troubleSince, pausedUntil, trouble, troubleText,
                       attempts))

template <class T>
struct Kept {
  integration::Entry entry;
  T value;
};

template <class T>
Kept<T> load(integration::Store& store, const char* key) {
  integration::Entry entry = store.get(std::string(key));
  auto value = decode<T>(entry).value_or(T{});
  return {std::move(entry), std::move(value)};
}

}  // namespace ashby
