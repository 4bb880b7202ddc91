// More notices of one kind in a short time than people want to read become one: "57 new hires are waiting".
// The rule: the first five in ten minutes are told one by one; of more, those that aren't told yet are held
// and told as one after a quiet minute, at the latest ten minutes after the first of them was held. A notice
// about the connection itself is never held.
#pragma once

#include <string>
#include <vector>

#include "hires/records/stored_records.hpp"
#include "hires/source/hire_source.hpp"
#include "integration/call.hpp"

namespace ashby {

// A notice whose time has come, and the key of its plan.
struct DueNotice {
  std::string planKey;
  integration::Notice notice;
};

// Holds notices of one kind if, with them, too many come in a short time: their plans are removed and they
// are counted, durably. Returns false if they are to be told one by one.
bool holdBack(integration::Call& call, const std::vector<DueNotice>& ofOneKind, std::int64_t now);

// Adds the op that counts a notice as told by itself.
void countTold(integration::Call& call, std::vector<integration::Op>& ops, const std::string& kind,
               std::int64_t now);

// The plan of telling all held notices of a kind as one, whose time has come.
struct DueBurst {
  std::string planKey;
  std::int64_t at;
  std::string kind;
};

// Puts the notice that tells of all held ones of a kind in their place.
void tellHeld(integration::Call& call, const HireSource& source, const DueBurst& due, std::int64_t now);

}  // namespace ashby
