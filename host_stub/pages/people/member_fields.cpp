#include "pages/people/member_fields.hpp"

#include <algorithm>
#include <map>

#include "integration/pay_units.hpp"
#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr const char* kPersonal = "Personal";
constexpr const char* kRole = "Role";
constexpr const char* kStart = "Start";
constexpr const char* kCompensation = "Compensation";
constexpr const char* kLinks = "Links";
constexpr const char* kOther = "Other";
constexpr const char* kCustom = "Custom fields";
constexpr std::string_view kCustomPrefix = "custom/";

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
  static const std::vector<MemberField> fields{
      {"firstName", "First name", kPersonal, "text"},
      {"middleName", "Middle name", kPersonal, "text"},
      {"lastName", "Last name", kPersonal, "text"},
      {"preferredName", "Preferred name", kPersonal, "text"},
      {"personalEmail", "Personal email", kPersonal, "email"},
      {"personalPhoneNumber", "Personal phone", kPersonal, "phone"},
      {"jobTitle", "Job title", kRole, "text"},
      {"department", "Department", kRole, "list"},
      {"placeOfWork", "Place of work", kRole, "list"},
      {"remoteCity", "Remote city", kRole, "text"},
      {"remoteCountry", "Remote country", kRole, "country"},
      {"workplaceType", "Workplace type", kRole, "text"},
      {"contractType", "Contract type", kRole, "list"},
      {"roleEffectiveDate", "Role effective date", kRole, "date"},
      {"managerName", "Manager name", kRole, "text"},
      {"managerEmail", "Manager email", kRole, "email"},
      {"workEmail", "Work email", kRole, "email"},
      {"employeeNumber", "Employee number", kRole, "text"},
      {"employmentStartDate", "Employment start date", kStart, "date"},
      {"salaryAmount", "Salary amount", kCompensation, "amount"},
      {"salaryCurrency", "Salary currency", kCompensation, "currency"},
      {"salaryPeriod", "Salary period", kCompensation, "period"},
      {"bonusAmount", "Bonus amount", kCompensation, "amount"},
      {"bonusCurrency", "Bonus currency", kCompensation, "currency"},
      {"signingBonusAmount", "Signing bonus amount", kCompensation, "amount"},
      {"signingBonusCurrency", "Signing bonus currency", kCompensation, "currency"},
      {"equity", "Equity", kCompensation, "text"},
      {"linkedIn", "LinkedIn", kLinks, "url"},
      {"twitter", "Twitter", kLinks, "url"},
      {"github", "GitHub", kLinks, "url"},
  };
  return fields;
}

const std::vector<std::string>& memberSections() {
  static const std::vector<std::string> sections{kPersonal, kRole,  kStart, kCompensation,
                                                 kLinks,    kOther, kCustom};
  return sections;
}

MemberField memberField(const std::string& name) {
  if (const integration::PayUnit* unit = integration::payUnit(name)) {
    static const std::map<std::string, const char*> titles{
        {"salary", "Salary"}, {"bonus", "Bonus"}, {"signingBonus", "Signing bonus"}};
    return {name, titles.at(unit->name), kCompensation, "pay"};
  }
  if (name.starts_with(kCustomPrefix)) return {name, name.substr(kCustomPrefix.size()), kCustom, "text"};
  const auto& all = memberFields();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
  return found != all.end() ? *found : MemberField{name, name, kOther, "text"};
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
