// Undoes what programs do to letters beyond ASCII.
#pragma once

#include <string>
#include <string_view>

namespace ashby::names {

// Decodes HTML entities: "Se&aacute;n" and "Se&#225;n" become "Seán". Leaves unknown ones as they are.
std::string decodedEntities(std::string_view text);

// Reads words as UTF-8 that were read as Latin-1 or CP1252: "JosÃ©" becomes "José". Leaves other words as
// they are.
std::string readAsUtf8(std::string_view text);

}  // namespace ashby::names
