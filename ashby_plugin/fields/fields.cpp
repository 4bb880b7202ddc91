#include "fields/fields.hpp"

#include "integration/text/trimmed.hpp"

namespace ashby {

using integration::HireFields;
using integration::Text;

namespace {

constexpr std::size_t kLongestName = 100;

std::string_view customName(std::string_view name) {
  if (!name.starts_with(kCustomPrefix)) return {};
  name.remove_prefix(kCustomPrefix.size());
  return name.size() <= kLongestName ? name : std::string_view();
}

}  // namespace

const std::vector<std::string>& fieldNames() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const integration::FieldInfo& field : integration::kFieldCatalog) names.emplace_back(field.name);
    return names;
  }();
  return kNames;
}

bool isField(const std::string& name) {
  return !customName(name).empty() || integration::fieldInfo(name) != nullptr;
}

Text fieldOf(const HireFields& fields, const std::string& name) {
  if (const std::string_view custom = customName(name); !custom.empty()) {
    const auto found = fields.custom.find(std::string(custom));
    return found == fields.custom.end() ? std::nullopt : tidied(found->second);
  }
  const integration::FieldInfo* field = integration::fieldInfo(name);
  return field == nullptr ? std::nullopt : tidied(fields.*field->value);
}

bool setField(HireFields& fields, const std::string& name, const Text& value) {
  if (const std::string_view custom = customName(name); !custom.empty()) {
    if (value)
      fields.custom[std::string(custom)] = value;
    else
      fields.custom.erase(std::string(custom));
    return true;
  }
  const integration::FieldInfo* field = integration::fieldInfo(name);
  if (field == nullptr) return false;
  fields.*field->value = value;
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
