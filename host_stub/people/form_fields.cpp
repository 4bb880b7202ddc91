#include "people/form_fields.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

#include "people/company_lists.hpp"
#include "people/field_catalog.hpp"

namespace host_stub {

std::vector<FormField> formFields(SqlSession& sql, const std::string& company) {
  std::vector<MemberFieldInfo> inOrder = memberFieldCatalog();
  std::sort(inOrder.begin(), inOrder.end(),
            [](const auto& a, const auto& b) { return a.formPosition < b.formPosition; });
  std::vector<FormField> fields;
  for (const MemberFieldInfo& info : inOrder) {
    FormField field{info.name, info.title, boost::describe::enum_to_string(info.kind, ""), {}, info.required};
    if (!info.list.empty()) field.options = listValues(sql, company, info.list);
    if (info.kind == integration::FieldKind::period)
      field.options.assign(integration::kPayPeriods.begin(), integration::kPayPeriods.end());
    fields.push_back(std::move(field));
  }
  for (const std::string& name : listValues(sql, company, "customFields"))
    fields.push_back({std::string(integration::kCustomPrefix) + name, name, "text", {}, false});
  return fields;
}

}  // namespace host_stub
