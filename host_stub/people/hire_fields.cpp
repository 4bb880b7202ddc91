#include "people/hire_fields.hpp"

#include "integration/field_catalog.hpp"
#include "integration/text/trimmed.hpp"

namespace host_stub {

using integration::HireFields;
using integration::Text;

namespace {

// "" if it is none of the company's own.
std::string customName(const std::string& name) {
  return name.starts_with(integration::kCustomPrefix) ? name.substr(integration::kCustomPrefix.size()) : "";
}

}  // namespace

Text typed(const Text& text) {
  const std::string_view trimmed = integration::text::trimmed(text ? std::string_view(*text) : "");
  return trimmed.empty() ? std::nullopt : Text(trimmed);
}

Text hireField(const HireFields& fields, const std::string& name) {
  if (const auto custom = fields.custom.find(customName(name)); custom != fields.custom.end())
    return custom->second;
  HireFields copy = fields;
  const Text* field = textOf(copy, name);
  return field == nullptr ? std::nullopt : *field;
}

HireFields trimmed(HireFields fields) {
  const auto trim = [](Text& text) {
    if (text) text = std::string(integration::text::trimmed(*text));
  };
  boost::mp11::mp_for_each<integration::detail::MembersOf<HireFields>>([&](auto member) {
    if constexpr (std::is_same_v<decltype(member.pointer), Text HireFields::*const>)
      trim(fields.*member.pointer);
  });
  for (auto& [name, value] : fields.custom) trim(value);
  return fields;
}

bool setHireField(HireFields& fields, const std::string& name, const Text& value) {
  if (const std::string custom = customName(name); !custom.empty()) {
    if (value)
      fields.custom[custom] = value;
    else
      fields.custom.erase(custom);
    return true;
  }
  Text* field = textOf(fields, name);
  if (field == nullptr) return false;
  *field = value;
  return true;
}

}  // namespace host_stub
