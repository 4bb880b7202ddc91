// From what Ashby says of a hire to what a reviewer sees: the fields, where they come from, and what is
// missing or doubtful about them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ashby/answers.hpp"
#include "fields/host_lists.hpp"
#include "fields/import_settings.hpp"
#include "hires/source/mapped_hire.hpp"

namespace ashby {

// Everything read of one hire. departments: the job's own first, then each one's parent up to the root.
// leftOut: whole answers that had another form than is known: "offers", "job", "department", "location".
struct HireFacts {
  Application application;
  Candidate candidate;
  std::vector<Offer> offers;
  std::optional<Job> job;
  std::vector<Department> departments;
  std::optional<Location> location;
  LeftOut leftOut = {};
};

MappedHire mapHire(const HireFacts& facts, const ImportSettings& choices, const HostLists& lists);

// Returns, of each field that is on and comes from custom fields, whether any of these has a value for this
// hire. A field is left out if none has and one of their owners (a job, an agreed offer) isn't shown.
std::map<std::string, bool> mappedPresence(const HireFacts& facts, const ImportSettings& choices);

// Why the hire is outside of what is imported, in words that end a sentence; "" if it is inside.
std::string outsideOf(const Scope& scope, const HireFacts& facts);

// When the person was hired, Unix ms: entry into the Hired stage, else the latest decidedAt of an accepted
// offer; nullopt if neither is told. The last change of the application is no such time: an old employee is
// edited too.
std::optional<std::int64_t> hireMoment(const Application& application, const std::vector<Offer>& offers);
// The first of these alone.
std::optional<std::int64_t> enteredHired(const Application& application);
// The latest time at which the person can have been hired: hireMoment, else the last change; nullopt if
// unknown.
std::optional<std::int64_t> hiredAtTheLatest(const Application& application,
                                             const std::vector<Offer>& offers);

}  // namespace ashby
