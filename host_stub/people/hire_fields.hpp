// The fields of a described struct, such as HireFields, by their names.
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include "integration/describe_json.hpp"
#include "integration/new_hire.hpp"

namespace host_stub {

// Null if it has no text of that name.
template <class Fields>
integration::Text* textOf(Fields& fields, std::string_view name) {
  integration::Text* found = nullptr;
  boost::mp11::mp_for_each<integration::detail::MembersOf<Fields>>([&](auto member) {
    if constexpr (std::is_same_v<decltype(member.pointer), integration::Text Fields::*const>)
      if (name == member.name) found = &(fields.*member.pointer);
  });
  return found;
}

// Returns the text without blanks and invisible signs around it (integration::text::trimmed); null if nothing
// is left.
integration::Text typed(const integration::Text& text);

// Returns the fields, each text trimmed. A text that is empty then stays empty, as checkMember wants to see
// it.
integration::HireFields trimmed(integration::HireFields fields);

// Returns a field's value by its name, also of the company's own fields ("custom/<name>").
integration::Text hireField(const integration::HireFields& fields, const std::string& name);
// False if there is no such field.
bool setHireField(integration::HireFields& fields, const std::string& name, const integration::Text& value);

}  // namespace host_stub
