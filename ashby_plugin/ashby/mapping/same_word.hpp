// Words that people typed in Ashby, such as roles and names of departments, compared as people read them.
#pragma once

#include <string_view>

namespace ashby {

// Whether both are the same but for their case, blanks at the edges, how many blanks stand between words, and
// signs that nobody sees.
bool isSameWord(std::string_view left, std::string_view right);

}  // namespace ashby
