// A new hire with the fields that every company requires, and a clock that stands still.
#pragma once

#include "integration/services.hpp"

namespace host_stub {

inline integration::HireFields nadia() {
  integration::HireFields fields;
  fields.firstName = "Nadia";
  fields.lastName = "Okoye";
  fields.personalEmail = "nadia.okoye@example.org";
  fields.personalPhoneNumber = "+447700900123";
  fields.jobTitle = "Backend Engineer";
  fields.department = "Engineering";
  fields.employmentStartDate = "2027-01-04";
  fields.salaryAmount = "82000";
  fields.salaryCurrency = "GBP";
  return fields;
}

class FixedClock : public integration::Clock {
 public:
  std::int64_t now() override { return 1795428000000; }
};

}  // namespace host_stub
