#include "pages/people/member_fields.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <map>

#include "integration/pay_units.hpp"
#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

namespace {

using integration::kCustomPrefix;

Json fact(const Json& fields, const MemberField& field) {
  const std::string value = memberValue(fields, field.name);
  return {{"title", wholeTitle(field)},
          {"value", valueForPeople(fields, field)},
          {"address", field.kind == "url" ? webAddress(value) : ""}};
}

std::vector<MemberField> allOf(const Json& fields) {
  std::vector<MemberField> all = memberFields();
  const auto custom = fields.find("custom");
  if (custom != fields.end())
    for (const auto& one : custom->items())
      all.push_back(memberField(std::string(kCustomPrefix) + one.key()));
  return all;
}

// They are said beside their amount.
bool isPartOfAmount(const MemberField& field) {
  return field.kind == "currency" || field.kind == "period";
}

}  // namespace

const std::vector<MemberField>& memberFields() {
  static const std::vector<MemberField> fields = [] {
    std::vector<MemberField> all;
    for (const MemberFieldInfo& info : memberFieldCatalog())
      all.push_back({info.name, info.title, info.section, boost::describe::enum_to_string(info.kind, "")});
    return all;
  }();
  return fields;
}

MemberField memberField(const std::string& name) {
  if (const integration::PayUnit* unit = integration::payUnit(name)) {
    static const std::map<std::string, const char*> titles{
        {"salary", "Salary"}, {"bonus", "Bonus"}, {"signingBonus", "Signing bonus"}};
    return {name, titles.at(unit->name), kPaySection, "pay"};
  }
  if (name.starts_with(kCustomPrefix))
    return {name, name.substr(kCustomPrefix.size()), kCustomSection, "text"};
  const auto& all = memberFields();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
  return found != all.end() ? *found : MemberField{name, name, kOtherSection, "text"};
}

std::string memberValue(const Json& fields, const std::string& name) {
  if (!name.starts_with(kCustomPrefix)) return textOf(fields, name);
  const auto custom = fields.find("custom");
  return custom != fields.end() ? textOf(*custom, name.substr(kCustomPrefix.size())) : "";
}

std::string valueForPeople(const Json& fields, const MemberField& field) {
  std::string value = memberValue(fields, field.name);
  if (field.kind == "date") return dayForPeople(value);
  if (field.kind == "phone") return phoneForPeople(value);
  if (field.kind == "amount") {
    const Json pay = payOf(fields, field.name);
    return value.empty() ? payForPeople(pay)
                         : moneyForPeople(value, textOf(pay, "currency"), textOf(pay, "period"));
  }
  return value;
}

std::string wholeTitle(const MemberField& field) {
  const integration::PayUnit* unit = integration::payUnitOf(field.name);
  return unit == nullptr ? field.title : memberField(unit->name).title;
}

Json payOf(const Json& fields, const std::string& amount) {
  Json pay = Json::object();
  for (const integration::PayPart& part : integration::payUnitOf(amount)->parts)
    pay[part.name] = textOf(fields, part.field);
  return pay;
}

std::string payForPeople(const Json& pay) {
  return moneyWithCode(textOf(pay, "amount"), textOf(pay, "currency"), textOf(pay, "period"));
}

Json factSections(const Json& fields) {
  const std::vector<MemberField> all = allOf(fields);
  Json sections = Json::array();
  for (const std::string& section : memberSections()) {
    Json facts = Json::array();
    for (const MemberField& field : all)
      if (field.section == section && !isPartOfAmount(field) && !valueForPeople(fields, field).empty())
        facts.push_back(fact(fields, field));
    if (!facts.empty()) sections.push_back({{"title", section}, {"facts", std::move(facts)}});
  }
  return sections;
}

std::string systemForPeople(const std::string& system) {
  std::string name = system;
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

}  // namespace host_stub
