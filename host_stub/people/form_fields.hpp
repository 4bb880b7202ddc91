// The fields of a member in the order in which a form asks them.
#pragma once

#include <string>
#include <vector>

#include "storage/sql_session.hpp"

namespace host_stub {

struct FormField {
  std::string name, title;
  std::string kind;  // text, email, phone, date, amount, currency, period, list, country or url
  std::vector<std::string> options;  // of a period, and of a list if the company has it; empty: anything
  bool locked = false;               // required whatever the company says
};

// The company's own fields come last, as "custom/<name>".
std::vector<FormField> formFields(SqlSession& sql, const std::string& company);

}  // namespace host_stub
