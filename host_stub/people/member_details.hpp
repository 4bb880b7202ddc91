// Details of a member that the platform itself keeps, and no plugin knows.
#pragma once

#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace host_stub {

struct MemberDetails {
  // Unique in the company, ignoring case and spaces around.
  integration::Text workEmail, employeeNumber;
  integration::Text roleEffectiveDate;
  // If the place of work is "Remote". The country is ISO 3166.
  integration::Text remoteCity, remoteCountry;
  bool operator==(const MemberDetails&) const = default;
};
BOOST_DESCRIBE_STRUCT(MemberDetails, (),
                      (workEmail, employeeNumber, roleEffectiveDate, remoteCity, remoteCountry))

integration::Text memberDetail(const MemberDetails& details, const std::string& name);
// Trimmed (typed), null if nothing is left. False where there is no such detail.
bool setMemberDetail(MemberDetails& details, const std::string& name, const integration::Text& value);

// Everything that is wrong with it by itself, each under its field.
std::vector<integration::Issue> checkDetails(const MemberDetails& details);

}  // namespace host_stub
