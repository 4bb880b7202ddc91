// The fields of a described struct, such as HireFields, by their names.
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include "integration/describe_json.hpp"
#include "integration/new_hire.hpp"

namespace host_stub {

// Null where it has no text of that name.
template <class Fields>
integration::Text* textOf(Fields& fields, std::string_view name) {
  integration::Text* found = nullptr;
  boost::mp11::mp_for_each<integration::detail::MembersOf<Fields>>([&](auto member) {
    if constexpr (std::is_same_v<decltype(member.pointer), integration::Text Fields::*const>)
      if (name == member.name) found = &(fields.*member.pointer);
  });
  return found;
}

// What is typed: without spaces around it, null where nothing is left.
integration::Text typed(const integration::Text& text);

// Of the company's own fields too: "custom/<name>".
integration::Text hireField(const integration::HireFields& fields, const std::string& name);
// False where there is no such field.
bool setHireField(integration::HireFields& fields, const std::string& name, const integration::Text& value);

}  // namespace host_stub
