// The records that the plugin keeps in the host's store, and their keys.
//
//   settings                     Settings       what the admin chose
//   facts/webhook, facts/work    WebhookFacts, WorkFacts: what health is told from
//   facts/rejections             Rejections     the refused deliveries of the last minute that had some
//   facts/mapped-fields          MappedFieldFacts  mapped custom fields that blank new hires
//   facts/untold                 MissedByWebhook    hires that no delivery told of
//   facts/notices                NoticeFacts    how many notices came lately, and those that are told as one
//   inbox/<application>          InboxItem      an application that must be read, now or later
//   due/<time>/<application>     -              the inbox in the order of its due times
//   attention/<application>      -              inbox items that were tried for a day
//   application/<application>    ApplicationRecord       what became of it: one record, whatever happens
//   hire/<state>/<hire>          HireDocument   the new hire as reviewers see it, in the order of import
//   promoting/<time>/<hire>      -              promotions begun and not finished
//   later/<time>/<what>/<id>     -              what else is to be done, and when (deferred_tasks.hpp)
//   notice/<id>                  integration::Notice: to be told to people
//   match/<what>/<hash>/<hire>   -              staged hires by e-mail, name and start, phone, candidate
//   catchup                      CatchUp        the last catch-up, and how far it has come
//   catchup/<counter>            -              its counters
//   catchup/item/<application>   CatchUpItem    whom a dry run would import
//   activity/<time><random>      Activity       what happened, 90 days
//   sweep                        Reconciliation          how far the reconciliation has come
//
// Every value begins with its schema number. A newer one than this plugin knows is refused, never
// overwritten.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "integration/new_hire.hpp"
#include "integration/store.hpp"

namespace ashby {

using integration::HireState;
using integration::Text;

inline constexpr int kSchema = 1;

// staged, promoted, discarded and withdrawn are states of a new hire; ignored: read, and not (or no longer)
// one.
enum class HireStatus { staged, promoted, discarded, withdrawn, ignored };
BOOST_DESCRIBE_ENUM(HireStatus, staged, promoted, discarded, withdrawn, ignored)

// The decider of an application that is ignored or withdrawn. source: its own word. importFrom and
// scope: that setting, as it was then; judged again when it changes (rereading/verdict.hpp).
enum class DecidedBy { source, importFrom, scope };
BOOST_DESCRIBE_ENUM(DecidedBy, source, importFrom, scope)

struct ApplicationRecord {
  HireStatus fate = HireStatus::ignored;
  std::string hireId;     // "" if it never was a new hire of this connection
  std::string updatedAt;  // of the newest snapshot that was read: an older one changes nothing
  std::int64_t readAt = 0;
  std::string reason;  // why it is ignored or withdrawn, in a sentence
  // Null in records of earlier releases, and if it is neither.
  std::optional<DecidedBy> decidedBy = std::nullopt;
  // The deciding setting's value in short; null if no setting decided.
  Text settingThen = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(ApplicationRecord, (),
                      (fate, hireId, updatedAt, readAt, reason, decidedBy, settingThen))

struct InboxItem {
  std::int64_t receivedAt = 0, dueAt = 0, triedAt = 0;
  std::string seenUpdatedAt;  // of the newest snapshot that a webhook showed
  std::uint32_t attempts = 0;
  std::uint32_t staleReads = 0;  // of them, answers that were older than what a webhook or list has shown
  std::string reason;            // of the last failure
  std::string activityId;        // the line of the activity that tells of its failures
  bool asked = false;            // a person wants it back: whatever its hire moment, though it was deleted
  bool unvouched = false;  // no snapshot came with what made it due, that would show whether a read is older
  std::optional<std::int64_t> missingSince;  // the source shows it no longer, since then
  std::optional<std::int64_t> countsFrom;    // of a catch-up: earlier than what the settings say
  Text catchUp;                              // its id
  bool found = false;                        // a comparison found what no delivery has told
  std::optional<bool> rejudged;              // nothing but a change of the settings has it read
};
BOOST_DESCRIBE_STRUCT(InboxItem, (),
                      (receivedAt, dueAt, triedAt, seenUpdatedAt, attempts, staleReads, reason, activityId,
                       asked, unvouched, missingSince, countsFrom, catchUp, found, rejudged))

// A promotion that was begun: the merged fields that the member is created from. joinedAt: when a call last
// took it up; othersUntil: until when calls that took it up before may still be creating the member.
struct Promotion {
  integration::HireFields fields;
  std::int64_t begunAt = 0, dueAt = 0, joinedAt = 0, othersUntil = 0;
  std::uint32_t attempts = 0;
};
BOOST_DESCRIBE_STRUCT(Promotion, (), (fields, begunAt, dueAt, joinedAt, othersUntil, attempts))

// A reviewer's value of a field, and what the source said when it was given.
struct Edit {
  Text value, sourceThen;
};
BOOST_DESCRIBE_STRUCT(Edit, (), (value, sourceThen))

// fields: as people see them: the source's with the edits over them; of a promoted one, the member's.
// fromSource: as last read. settledSource: as it was when the member was added; what differs from it since is
// shown. gone: why it counts no longer, of one that is a member already.
struct HireDocument {
  std::string id;
  integration::HireFields fields;
  std::optional<integration::HireFields> fromSource, settledSource;
  std::map<std::string, Edit> edits;
  integration::NameParts nameParts;
  integration::HireSource source;
  std::vector<integration::Issue> issues;
  std::vector<integration::Suggestion> suggestions;
  std::vector<integration::HireFile> files;
  std::vector<std::string> emails;  // every one of the candidate's
  Text gone;
  std::string importedAt, updatedAt;
  std::optional<Promotion> promotion;
  std::optional<std::string> erasedAt;      // its data is gone
  std::optional<std::int64_t> eraseAt;      // when that is due
  std::optional<std::int64_t> followUntil;  // a member is compared with the source each day until then
};
BOOST_DESCRIBE_STRUCT(HireDocument, (),
                      (id, fields, fromSource, settledSource, edits, nameParts, source, issues, suggestions,
                       files, emails, gone, importedAt, updatedAt, promotion, erasedAt, eraseAt, followUntil))

struct Reconciliation {
  std::int64_t dueAt = 0, forcedAt = 0, finishedAt = 0;
  std::string syncToken, cursor;
  std::uint32_t pages = 0, attempts = 0;
  std::optional<bool> widened;   // importFrom moved earlier: what this pass finds was never to be told
  std::optional<bool> rejudged;  // what earlier releases left aside was queued to be judged again
  Text lists;                    // the host's lists that new hires were last read by, in short
  std::optional<std::uint32_t> unnamed;      // lines without an id, of the pages read so far
  std::optional<std::int64_t> failingSince;  // since then no comparison came to its end
  Text failure;                              // why, in a sentence
  std::optional<bool> restarted;             // its token was refused, and it began again without
};
BOOST_DESCRIBE_STRUCT(Reconciliation, (),
                      (dueAt, forcedAt, finishedAt, syncToken, cursor, pages, attempts, widened, rejudged,
                       lists, unnamed, failingSince, failure, restarted))

namespace keys {
inline constexpr char kSettings[] = "settings";
inline constexpr char kWebhookFacts[] = "facts/webhook";
inline constexpr char kWorkFacts[] = "facts/work";
inline constexpr char kRejections[] = "facts/rejections";
inline constexpr char kMissedByWebhook[] = "facts/untold";
inline constexpr char kMappedFields[] = "facts/mapped-fields";
inline constexpr char kNoticeFacts[] = "facts/notices";
inline constexpr char kSweep[] = "sweep";
inline constexpr char kDue[] = "due/";
inline constexpr char kPromoting[] = "promoting/";
inline constexpr char kLater[] = "later/";
inline constexpr char kCatchUp[] = "catchup";
inline constexpr char kCatchUpItems[] = "catchup/item/";
inline constexpr char kActivity[] = "activity/";
inline constexpr char kAttention[] = "attention/";
inline constexpr char kApplication[] = "application/";
inline constexpr char kInbox[] = "inbox/";

std::string inbox(std::string_view application);
std::string attention(std::string_view application);
std::string application(std::string_view application);
std::string due(std::int64_t at, std::string_view application);
std::string promoting(std::int64_t at, std::string_view hire);
std::string later(std::int64_t at, std::string_view what, std::string_view id);
std::string notice(std::string_view id);
std::string hires(HireState state);
std::string hire(HireState state, std::string_view hire);

// The time and what follows it of a key made by due(), promoting() or later().
struct TimedKey {
  std::int64_t at = 0;
  std::string id;
};
TimedKey readTimed(std::string_view prefix, std::string_view key);
}  // namespace keys

// A record as the value of a key, and back; nullopt if the key is absent. decode throws failedPrecondition
// where a newer plugin wrote it. Instantiated in records.cpp and where other records are defined
// (record_json.hpp).
template <class T>
std::string encode(const T& record);
template <class T>
std::optional<T> decode(const integration::Entry& entry);

}  // namespace ashby
