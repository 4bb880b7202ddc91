// Which of an application's offers says what was agreed: the accepted one; of several, the newest by
// decidedAt, then by its latest version. Ashby documents no order and no "current" offer, so this is our
// reading of it.
#pragma once

#include <vector>

#include "ashby/answers.hpp"

namespace ashby {

// Points into `offers`; null where none is accepted.
const Offer* acceptedOffer(const std::vector<Offer>& offers);

}  // namespace ashby
