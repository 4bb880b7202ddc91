#include "fields/fields.hpp"

#include <algorithm>

#include "integration/describe_json.hpp"
#include "integration/text/trimmed.hpp"

namespace ashby {

using integration::HireFields;
using integration::Text;

namespace {

constexpr std::size_t kLongestName = 100;

// The member of that name, null where there is none.
Text* plainField(HireFields& fields, std::string_view name) {
  Text* found = nullptr;
  boost::mp11::mp_for_each<integration::detail::MembersOf<HireFields>>([&](auto member) {
    if constexpr (std::is_same_v<decltype(member.pointer), Text HireFields::*const>)
      if (name == member.name) found = &(fields.*member.pointer);
  });
  return found;
}

std::string_view customName(std::string_view name) {
  if (!name.starts_with(kCustomPrefix)) return {};
  name.remove_prefix(kCustomPrefix.size());
  return name.size() <= kLongestName ? name : std::string_view();
}

}  // namespace

const std::vector<std::string>& fieldNames() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<integration::detail::MembersOf<HireFields>>([&](auto member) {
      if constexpr (std::is_same_v<decltype(member.pointer), Text HireFields::*const>)
        names.emplace_back(member.name);
    });
    return names;
  }();
  return kNames;
}

bool isField(const std::string& name) {
  const auto& names = fieldNames();
  return !customName(name).empty() || std::find(names.begin(), names.end(), name) != names.end();
}

Text fieldOf(const HireFields& fields, const std::string& name) {
  if (const std::string_view custom = customName(name); !custom.empty()) {
    const auto found = fields.custom.find(std::string(custom));
    return found == fields.custom.end() ? std::nullopt : tidied(found->second);
  }
  const Text* field = plainField(const_cast<HireFields&>(fields), name);
  return field == nullptr ? std::nullopt : tidied(*field);
}

bool setField(HireFields& fields, const std::string& name, const Text& value) {
  if (const std::string_view custom = customName(name); !custom.empty()) {
    if (value)
      fields.custom[std::string(custom)] = value;
    else
      fields.custom.erase(std::string(custom));
    return true;
  }
  Text* field = plainField(fields, name);
  if (field == nullptr) return false;
  *field = value;
  return true;
}

Text tidied(const Text& typed) {
  const std::string_view seen = integration::text::trimmed(typed ? std::string_view(*typed) : "");
  return seen.empty() ? std::nullopt : Text(seen);
}

bool blank(const Text& text) {
  return !text || integration::text::trimmed(*text).empty();
}

}  // namespace ashby
