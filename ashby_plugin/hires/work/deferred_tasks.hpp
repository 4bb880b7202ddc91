// Runs tasks at their times that are no reading of one application: sending notices, erasing data, reading
// all staged hires again, or whoever was left aside under other settings. Keys in the order of their times,
// so that one look finds what is due.
#pragma once

#include "hires/records/stored_records.hpp"
#include "hires/source/hire_source.hpp"
#include "hires/work/budget.hpp"
#include "integration/call.hpp"

namespace ashby {

// Ops that tell people of what their commit does, once, soon after it; the commit is to wake at `now`. text:
// a sentence without personal data.
void tellPeople(integration::Call& call, std::vector<integration::Op>& ops, std::int64_t now,
                std::string_view kind, std::string text, const Text& hireId, const Text& applicationId);

// The plan of telling people of all held notices of a kind at once, and its key (notice_bursts.hpp).
integration::Op scheduleHeldNotices(std::int64_t at, const std::string& kind, std::int64_t now);
std::string heldPlan(std::int64_t at, const std::string& kind);

// Plans the erasure of a hire that is discarded or withdrawn now; its document is to be stored with eraseAt.
void scheduleErasure(std::vector<integration::Op>& ops, HireDocument& document, std::int64_t at);
// Ids and times stay, so that a tombstone holds; the person is gone.
void erase(HireDocument& document, std::int64_t now);

// Plans that the names of a dry run are forgotten.
void scheduleForgetting(std::vector<integration::Op>& ops, std::int64_t at);

// Has every staged hire read again, as after a change of the fields that are imported.
void scheduleRefresh(integration::Commit& commit, std::int64_t now);

// Has read again whoever was left aside by a setting that is another now (rereading/rejudging.hpp).
void scheduleRejudging(integration::Commit& commit, std::int64_t now);

// Does what is due. When the next is, 0 = nothing.
std::int64_t runDeferredTasks(integration::Call& call, const HireSource& source, Budget& budget);

}  // namespace ashby
