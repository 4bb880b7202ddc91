// Which staged hires may be the same person: found by every e-mail of the candidate, by name and start date,
// and, as a weak hint, by phone. The store's index holds hashes, so that no key says who somebody is.
#pragma once

#include <string>
#include <vector>

#include "hires/records/stored_records.hpp"
#include "integration/call.hpp"
#include "integration/extensions.hpp"
#include "integration/store.hpp"

namespace ashby {

// Ops that bring the index from what a staged hire was to what it is; null if it wasn't, or isn't any
// more.
void reindex(std::vector<integration::Op>& ops, const HireDocument* before, const HireDocument* after);

// Other staged hires of this connection. sourceName: as people know the source.
std::vector<integration::PossibleDuplicate> duplicatesOf(integration::Store& store,
                                                         const HireDocument& document,
                                                         const std::string& sourceName);

// The same for another connection's hire, whose application may be held here too, in whatever state.
integration::Matches answerMatch(integration::Call& call, const integration::MatchQuery& query);

// Ids of the staged hires whose candidate this is.
std::vector<std::string> hiresOfCandidate(integration::Store& store, const std::string& candidateId);

}  // namespace ashby
