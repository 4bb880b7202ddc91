// Imports hires of an earlier time.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// user action: imports whoever was hired from a date on, however long ago that is. dryRun: only says whom it
// would import. failed_precondition while another is under way.
inline constexpr char kStartCatchUp[] = "integration.catch-up/1";
struct StartCatchUp {
  std::string from;  // a date
  bool dryRun = false;
};
BOOST_DESCRIBE_STRUCT(StartCatchUp, (), (from, dryRun))
struct CatchUpStarted {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(CatchUpStarted, (), (id))

// query: how far it is. state: listing, importing, done, cancelled. pages: of the source's list; seen: hires
// on them; found: those that count and aren't here yet; then what became of these. items: whom a dry run
// would import, at most 1,000 of them.
inline constexpr char kCatchUpProgress[] = "integration.catch-up-progress/1";
struct CatchUpId {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(CatchUpId, (), (id))
struct CatchUpItem {
  std::string applicationId;
  Text name, jobTitle, hiredAt;
};
BOOST_DESCRIBE_STRUCT(CatchUpItem, (), (applicationId, name, jobTitle, hiredAt))
struct CatchUpProgress {
  std::string id, state, from;
  bool dryRun = false;
  std::string startedAt;
  Text finishedAt;
  std::uint64_t pages = 0, seen = 0, found = 0, imported = 0, skipped = 0, waiting = 0;
  std::vector<CatchUpItem> items;
};
BOOST_DESCRIBE_STRUCT(CatchUpProgress, (),
                      (id, state, from, dryRun, startedAt, finishedAt, pages, seen, found, imported, skipped,
                       waiting, items))

// user action: nothing more is begun of it; what it has imported stays.
inline constexpr char kCancelCatchUp[] = "integration.catch-up-cancel/1";

}  // namespace integration
