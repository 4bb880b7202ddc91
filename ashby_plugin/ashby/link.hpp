// What a plugin instance remembers of Ashby: hints alone, which may be lost at any time.
#pragma once

#include "ashby/answer_cache.hpp"
#include "ashby/pacing.hpp"

namespace ashby {

struct Link {
  Pacer pacer;
  AnswerCache answers;
};

}  // namespace ashby
