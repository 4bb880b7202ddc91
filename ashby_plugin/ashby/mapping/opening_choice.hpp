// Which opening was filled, and what it says of place and kind of work. A job may have openings at several
// places and of several contract types; the job names one of each.
//   1. The opening that the agreed offer names counts, else the only one that the application is linked to.
//   2. Several openings that say the same are as good as one; if they differ, the job counts.
//   3. The job says what the opening leaves open.
#pragma once

#include "ashby/mapping/hire_mapping.hpp"

namespace ashby {

struct FilledOpening {
  const OpeningVersion* version = nullptr;  // null if none can be told
  bool severalRemain = false;               // openings that differ, and nothing says which was filled
  bool offerNamesAnother = false;           // the offer's is not among those of the application
};

// Points into `facts`.
FilledOpening filledOpening(const HireFacts& facts);

// The place of work, as an id of Ashby's locations.
struct Workplace {
  Text locationId;
  bool jobDiffers = false;     // the job says another place
  bool severalPlaces = false;  // the opening names several
};
Workplace workplaceOf(const HireFacts& facts);

}  // namespace ashby
