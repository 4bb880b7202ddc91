// Applications that must be read from the source, one item each, however many deliveries spoke of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hires/records/stored_records.hpp"
#include "integration/call.hpp"

namespace ashby {

// An application is read at most once a minute, unless a person asks.
inline constexpr std::int64_t kReadAgainAfterMs = 60000;
// Reading a hire again shows what no webhook and no list of changes tells: a deletion, a change of
// its candidate or offer, and whatever came while the source's answers trailed.
inline constexpr std::int64_t kLookEveryMs = 24LL * 3600000;
// A hire who was added as a member is read again for a month; later, when a delivery or a comparison tells of
// it.
inline constexpr std::int64_t kFollowMemberMs = 30 * kLookEveryMs;
// Missing at the source for so long, it is withdrawn.
inline constexpr std::int64_t kMissingMs = 24LL * 3600000;

struct HeldItem {
  std::string applicationId;
  integration::Entry entry;
  InboxItem item;
};

// Why an application is to be read.
struct ReadReason {
  std::string applicationId;
  std::string updatedAt;  // of the snapshot that says so, "" if there is none
  std::int64_t notBefore = 0;
  bool urgent = false;  // a person asked, or changed settings or lists: at once
  bool asked = false;   // a person wants it back: whatever its hire moment, though it was deleted
  std::optional<std::int64_t> countsFrom = std::nullopt;  // of a catch-up
  Text catchUp = std::nullopt;
  bool found = false;     // by a comparison
  bool rejudged = false;  // nothing but a change of the settings
};

// Whether the time `left` is after `right`; what is no time is before every time.
bool isNewer(const std::string& left, const std::string& right);

// Adds to `commit` what puts it into the inbox, wake_at included. The item is written even where it
// says nothing new: a run that is reading the application right now must read it again.
void enqueue(integration::Commit& commit, const integration::Entry& held, const ReadReason& occasion,
             std::int64_t now);

// The due entries under a prefix whose keys begin with a time, at most `limit`, oldest first; and, if all of
// it was read, when the next is, 0 = none.
struct Due {
  std::vector<keys::TimedKey> now;
  std::int64_t nextAt = 0;
};
// The value may say since when it waits: where that is more than a minute ahead, the clock was set back, and
// it is due.
Due readDue(integration::Call& call, std::string_view prefix, std::int64_t now, std::uint32_t limit);

std::optional<HeldItem> findItem(integration::Call& call, const std::string& applicationId);

// Ops that take an item out, and that plan its next attempt after a failure; aborted where a delivery came in
// between.
void finish(std::vector<integration::Op>& ops, const HeldItem& held);
void replan(std::vector<integration::Op>& ops, const HeldItem& held, const InboxItem& next, std::int64_t now);
// postpone: replan, and whether it has just been tried for a day.
bool postpone(std::vector<integration::Op>& ops, const HeldItem& held, const InboxItem& next,
              std::int64_t now);

// From the first retry within 2 s, doubling to 30 s for an hour, then slower, to once an hour.
std::int64_t retryDelay(std::uint32_t attempts, std::int64_t sinceFirst);
// After an answer, which will hardly be another one soon - a confidential job, a deleted application:
// doubling from the first retry to once an hour.
std::int64_t refusedDelay(std::uint32_t attempts);
// Tried for a day: a person must look, though it goes on being tried.
inline constexpr std::int64_t kAttentionAfterMs = 24LL * 3600000;

}  // namespace ashby
