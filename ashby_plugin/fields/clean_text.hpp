// Text that people typed, without what they can't see in it.
#pragma once

#include <string>
#include <string_view>

namespace ashby {

// Returns the text trimmed (integration::text::trimmed) and without characters that let one text look like
// another. Those are control characters other than line feeds and tabs, marks of writing direction and
// invisible spaces. Joiners and soft hyphens inside of it stay, since scripts need them.
std::string cleanText(std::string_view text);

}  // namespace ashby
