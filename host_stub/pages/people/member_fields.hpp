// The fields of a member, and of a new hire who may become one, as pages show them.
#pragma once

#include <string>
#include <vector>

#include "integration/json.hpp"
#include "people/field_catalog.hpp"

namespace host_stub {

// kind: text, email, phone, date, amount, currency, period, list, country or url.
struct MemberField {
  std::string name, title, section, kind;
};

// In the order in which they are shown, without the company's own fields.
const std::vector<MemberField>& memberFields();
// "custom/Shirt size" too, and "salary", "bonus" and "signingBonus" for an amount with its currency and
// period. A field that isn't known: a text of the section "Other".
MemberField memberField(const std::string& name);

// "" if there is none; "custom/Shirt size" too.
std::string memberValue(const integration::Json& fields, const std::string& name);
// As people read it: an amount with its currency and period, "£82,000 a year".
std::string valueForPeople(const integration::Json& fields, const MemberField& field);

// Returns the title of all that is said with the field: "Salary" for "salaryAmount", else the field's own.
std::string wholeTitle(const MemberField& field);

// Returns {amount, currency, period} of the unit that the amount belongs to; a bonus has no period.
integration::Json payOf(const integration::Json& fields, const std::string& amount);
// {amount, currency, period} as people compare it, "82,000 EUR a year"; "" if all of it is blank.
std::string payForPeople(const integration::Json& pay);

// [{title, facts: [{title, value, address}]}] of what isn't blank. address: of a link, or "".
integration::Json factSections(const integration::Json& fields);

// "ashby" -> "Ashby".
std::string systemForPeople(const std::string& system);

}  // namespace host_stub
