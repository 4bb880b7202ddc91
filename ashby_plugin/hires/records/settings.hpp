// The admin's settings, and the facts that the connection's health is made from.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>

#include "fields/import_settings.hpp"
#include "hires/records/stored_records.hpp"
#include "integration/call.hpp"

namespace ashby {

struct Settings {
  bool enabled = false;
  std::int64_t firstEnabledAt = 0, keyAcceptedAt = 0;
  Text importFrom;  // a date, UTC; null until the first enable or the admin sets it
  std::optional<ImportSettings> choices;
  std::optional<std::uint32_t> keepDiscardedDays;

  bool complete() const { return keyAcceptedAt != 0; }
  // Unix ms: a hire counts when its hire moment isn't earlier.
  std::int64_t countsFrom() const;
  // For how long a discarded or withdrawn hire's data is kept; 30 days unless the admin says otherwise.
  std::int64_t keepDiscardedMs() const;
  const ImportSettings& chosen() const;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (enabled, firstEnabledAt, keyAcceptedAt, importFrom, choices, keepDiscardedDays))

// Facts of authentic deliveries, Unix ms. Written at most every half minute, so `at` may lag by that; what
// changes the connection's state or its reason is written at once.
struct WebhookFacts {
  std::int64_t firstAt = 0, at = 0;
  std::optional<std::int64_t> ofHiresAt;  // of the last one whose type tells of hires
  Text otherAction;                       // type of the last one that can't tell of hires, until one that can
  Text lastKey;                           // of the last one that was taken
  std::optional<bool> lastDoubled;
  std::optional<std::uint32_t> doubles;  // how many in a row came twice
};
BOOST_DESCRIBE_STRUCT(WebhookFacts, (), (firstAt, at, ofHiresAt, otherAction, lastKey, lastDoubled, doubles))

// Values of Rejections::unresolved.
inline constexpr char kNotSigned[] = "not_signed", kOtherSecret[] = "other_secret";

// Facts of deliveries that were refused.
struct Rejections {
  std::int64_t minute = 0;              // Unix ms: when the minute began whose lines are named here
  Text missingId, wrongId, tooLargeId;  // the lines of the activity that count them, for each reason
  Text unresolved;  // what was wrong with the newest signature; null once an authentic delivery has come
};
BOOST_DESCRIBE_STRUCT(Rejections, (), (minute, missingId, wrongId, tooLargeId, unresolved))

// Hires that a comparison brought and no delivery had told of, since the last one that had.
struct MissedByWebhook {
  std::uint32_t hires = 0;
  std::int64_t since = 0;
};
BOOST_DESCRIBE_STRUCT(MissedByWebhook, (), (hires, since))

// The state of the work against the source. trouble: what stops all of it ("", "key", "permission",
// "unavailable"), since when, in which words; pausedUntil: nothing is asked of the source before.
struct WorkFacts {
  std::int64_t lastSuccessAt = 0, lastImportAt = 0, troubleSince = 0, pausedUntil = 0;
  std::string trouble, troubleText;
  std::uint32_t attempts = 0;
  Text versionStatus;  // the source's word for the state of the API's version that is asked for
};
BOOST_DESCRIBE_STRUCT(WorkFacts, (),
                      (lastSuccessAt, lastImportAt, troubleSince, pausedUntil, trouble, troubleText, attempts,
                       versionStatus))

template <class T>
struct Kept {
  integration::Entry entry;
  T value;
};

template <class T>
Kept<T> kept(integration::Entry entry) {
  auto value = decode<T>(entry).value_or(T{});
  return {std::move(entry), std::move(value)};
}

template <class T>
Kept<T> load(integration::Store& store, const char* key) {
  return kept<T>(store.get(std::string(key)));
}

}  // namespace ashby
