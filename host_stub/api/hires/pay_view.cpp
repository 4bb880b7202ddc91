#include "api/hires/pay_view.hpp"

#include <algorithm>

#include "integration/pay_units.hpp"

namespace host_stub {

using integration::HireFields;
using integration::Issue;
using integration::Json;
using integration::PayPart;
using integration::PayUnit;

namespace {

const PayPart* partOf(const PayUnit& unit, const std::string& name) {
  for (const PayPart& part : unit.parts)
    if (name == part.name) return &part;
  return nullptr;
}

void flatten(Json& fields, const PayUnit& unit, const Json& given, std::vector<Issue>& issues) {
  const std::string path = std::string("fields/") + unit.name;
  Json parts = given;
  if (given.is_null())
    for (const PayPart& part : unit.parts) parts[part.name] = nullptr;
  if (!parts.is_object())
    return issues.push_back({path, "invalid", "must be an object of amount, currency and period, or null"});
  for (const auto& [name, value] : parts.items()) {
    const PayPart* part = partOf(unit, name);
    if (part == nullptr)
      issues.push_back({path + "/" + name, "unknown", "there is no such part of this pay"});
    else if (!value.is_null() && !value.is_string())
      issues.push_back({path + "/" + name, "invalid", "must be text, such as \"82000\", or null"});
    else if (fields.contains(part->field))
      issues.push_back({path + "/" + name, "conflict", std::string("is given as ") + part->field + " too"});
    else
      fields[part->field] = value;
  }
}

}  // namespace

void addPay(Json& fieldsView, const HireFields& fields) {
  for (const PayUnit& unit : integration::kPayUnits) {
    Json pay = Json::object();
    bool isBlank = true;
    for (const PayPart& part : unit.parts) {
      const integration::Text& value = fields.*part.value;
      pay[part.name] = value ? Json(*value) : Json(nullptr);
      isBlank = isBlank && !value;
    }
    fieldsView[unit.name] = isBlank ? Json(nullptr) : std::move(pay);
  }
}

void flattenPay(Json& edit) {
  std::vector<Issue> issues;
  if (const auto fields = edit.find("fields"); fields != edit.end() && fields->is_object())
    for (const PayUnit& unit : integration::kPayUnits)
      if (const auto given = fields->find(unit.name); given != fields->end()) {
        const Json pay = std::move(*given);
        fields->erase(given);
        flatten(*fields, unit, pay, issues);
      }
  if (const auto revert = edit.find("revert"); revert != edit.end() && revert->is_array()) {
    const bool areNames =
        std::all_of(revert->begin(), revert->end(), [](const Json& name) { return name.is_string(); });
    if (areNames) *revert = withWholePay(revert->get<std::vector<std::string>>());
  }
  if (!issues.empty())
    throw integration::Failure(integration::Code::invalidArgument, "the pay can't be read: see each part",
                               std::move(issues));
}

std::vector<std::string> withWholePay(const std::vector<std::string>& names) {
  std::vector<std::string> whole;
  const auto add = [&](const std::string& name) {
    if (std::find(whole.begin(), whole.end(), name) == whole.end()) whole.push_back(name);
  };
  for (const std::string& name : names) {
    const PayUnit* unit = integration::payUnit(name);
    if (unit == nullptr) unit = integration::payUnitOf(name);
    if (unit == nullptr) add(name);
    if (unit != nullptr)
      for (const PayPart& part : unit->parts) add(part.field);
  }
  return whole;
}

}  // namespace host_stub
