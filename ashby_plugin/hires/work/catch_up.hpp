// A catch-up imports whoever was hired from a date on, however long ago. It pages through all hired
// applications of the source, and puts those that aren't here into the inbox, page by page, behind everything
// else. A dry run only says whom it would import. Only one runs at a time; it goes on after a restart where
// it stopped.
#pragma once

#include "hires/records/inbox.hpp"
#include "hires/records/settings.hpp"
#include "hires/source/hire_source.hpp"
#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

struct CatchUp {
  std::string id, state, from, cursor;
  bool dryRun = false;
  std::int64_t startedAt = 0, finishedAt = 0, dueAt = 0;
  std::uint64_t pages = 0, seen = 0;
  std::uint32_t attempts = 0;
  std::optional<std::uint32_t> unnamed;  // lines without an id
  Text behind;  // the last application that a dry run has dealt with, of a page that takes it several runs

  bool underWay() const { return state == "listing" || state == "importing"; }
};
BOOST_DESCRIBE_STRUCT(CatchUp, (),
                      (id, state, from, cursor, dryRun, startedAt, finishedAt, dueAt, pages, seen, attempts,
                       unnamed, behind))

// failed_precondition without a key or while another is under way.
integration::CatchUpStarted startCatchUp(integration::Call& call, const integration::StartCatchUp& request);
integration::CatchUpProgress readCatchUp(integration::Call& call, const integration::CatchUpId& request);
// Cancels the catch-up. Its items in the inbox are judged as if there had been none.
void cancelCatchUp(integration::Call& call, const integration::CatchUpId& request);

// When the next step is due, 0 = none.
std::int64_t nextCatchUpAt(integration::Call& call);
// Reads a page, or looks whether all of it has been imported. Returns the source's error, if any.
SourceError stepCatchUp(integration::Call& call, HireSource& source, const Settings& settings);

// From when on an item's hire counts; nullopt if no catch-up that is under way brought it.
std::optional<std::int64_t> catchUpFrom(integration::Call& call, const InboxItem& item);
// The key of one of its counters: "found", "imported" or "skipped".
std::string catchUpCounter(const std::string& id, const char* name);
// Adds the op that counts what became of an item.
void countForCatchUp(std::vector<integration::Op>& ops, const InboxItem& item, bool imported);

// Removes whom the last dry run named. False if more of them are left.
bool forgetCatchUpItems(integration::Call& call);
inline constexpr std::int64_t kCatchUpItemsKeptMs = 7LL * 24 * 3600000;

}  // namespace ashby
