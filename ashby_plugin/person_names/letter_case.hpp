// Names all in capitals or all in lower case are kept as written; the usual spelling is offered.
#pragma once

#include "person_names/name_parse.hpp"

namespace ashby::names {

// O'Malley, McDonald, van der Berg, IV, J.R.
Alternative repaired(const Alternative& name);

}  // namespace ashby::names
