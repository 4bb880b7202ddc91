// Reconciliation: what no webhook brought. All applications are paged through once, then only those that
// changed since the token that the source gave then. Its findings go through the inbox like a delivery.
#pragma once

#include "hires/records/settings.hpp"
#include "hires/source/hire_source.hpp"
#include "integration/call.hpp"

namespace ashby {

inline constexpr std::int64_t kSweepEveryMs = 15 * 60000;
inline constexpr std::int64_t kForcedSweepEveryMs = 10 * 60000;

// importFromEarlier: what was too early counts now, so all is compared from the first page on.
enum class SweepReason { asked, rejectedDelivery, importFromEarlier };

// Adds to `commit` what makes a sweep due: at once where it is asked for, within a minute and at most every
// ten minutes after a delivery was refused. False if nothing is to be done.
bool requestSweep(integration::Call& call, integration::Commit& commit, std::int64_t now, SweepReason reason);

// Reads one page and commits what follows from it. Returns the source's error, if any. nextAt: when the next
// page is due, unless somebody asks for one meanwhile, whose commit wakes the host by itself.
SourceError sweepPage(integration::Call& call, HireSource& source, const Settings& settings,
                      std::int64_t& nextAt);

}  // namespace ashby
