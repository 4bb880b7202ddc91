// Imports people who were hired earlier than the connection imports by itself.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// User action: imports people hired from a date on, however long ago. Throws failedPrecondition while another
// catch-up runs.
inline constexpr char kStartCatchUp[] = "integration.catch-up/1";
struct StartCatchUp {
  std::string from;     // a date
  bool dryRun = false;  // true: only lists the people whom it would import
};
BOOST_DESCRIBE_STRUCT(StartCatchUp, (), (from, dryRun))
struct CatchUpStarted {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(CatchUpStarted, (), (id))

// Query: returns the progress of a catch-up.
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
  std::string id;
  std::string state;  // listing, importing, done or cancelled
  std::string from;   // as in StartCatchUp
  bool dryRun = false;
  std::string startedAt;
  Text finishedAt;
  std::uint64_t pages = 0;         // of the source's list, read so far
  std::uint64_t seen = 0;          // hires on these pages
  std::uint64_t found = 0;         // hires of the period that were not here yet
  std::uint64_t imported = 0;      // of those found
  std::uint64_t skipped = 0;       // of those found
  std::uint64_t waiting = 0;       // of those found
  std::vector<CatchUpItem> items;  // of a dry run: the people it would import, at most 1,000
};
BOOST_DESCRIBE_STRUCT(CatchUpProgress, (),
                      (id, state, from, dryRun, startedAt, finishedAt, pages, seen, found, imported, skipped,
                       waiting, items))

// User action: stops a catch-up. Hires that it has imported stay.
inline constexpr char kCancelCatchUp[] = "integration.catch-up-cancel/1";

}  // namespace integration
