#include "fields/typed_value.hpp"

#include "fields/amount.hpp"
#include "fields/fields.hpp"

namespace ashby {

using integration::Text;

Text typedValue(const std::string& field, const Text& typed) {
  Text value = tidied(typed);
  const integration::FieldInfo* info = integration::fieldInfo(field);
  if (value && info != nullptr && info->kind == integration::FieldKind::amount)
    if (Text plain = plainDecimal(*value)) return plain;
  return value;
}

void plainAmounts(integration::HireFields& fields) {
  for (const integration::FieldInfo& field : integration::kFieldCatalog)
    if (field.kind == integration::FieldKind::amount)
      fields.*field.value = typedValue(std::string(field.name), fields.*field.value);
}

}  // namespace ashby
