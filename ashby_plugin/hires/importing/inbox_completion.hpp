// Completes an inbox item once its application was read.
#pragma once

#include "hires/records/inbox.hpp"

namespace ashby {

struct ReadItem {
  integration::Call& call;
  const HeldItem& held;
  std::int64_t now;       // of the read
  std::string updatedAt;  // of the snapshot that was read
};

struct Outcome {
  std::int64_t lookAfter = 0;  // the next look at one that is followed, 0 = none
  bool stillAsked = false;     // a person wants it back, and that isn't done yet
  bool tells = false;          // the ops plan something for now
};

// Commits what follows from the read, and with it the item leaves, unless the application must be looked at
// again: one that is followed, after a while; and a minute later where no snapshot vouches for this read, as
// when a person asked for it, since the source's reads may trail its writes. Where deliveries came in
// meanwhile, one that shows a newer snapshot has it read again at once (false: nothing is committed); of any
// other, such as a sibling or a replay, the result stands and the next read waits.
bool completeItem(const ReadItem& read, std::vector<integration::Op> ops, Outcome outcome);

}  // namespace ashby
