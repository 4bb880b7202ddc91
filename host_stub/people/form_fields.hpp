// The fields of a member in the order in which a form asks them.
#pragma once

#include <string>
#include <vector>

#include "storage/sql_session.hpp"

namespace host_stub {

// kind: text, email, phone, date, amount, currency, period, list, country or url. options: of a period, and
// of a list where the company has it; an empty list lets anything be said. locked: required whatever the
// company says.
struct FormField {
  std::string name, title, kind;
  std::vector<std::string> options;
  bool locked = false;
};

// The company's own fields come last, as "custom/<name>".
std::vector<FormField> formFields(SqlSession& sql, const std::string& company);

}  // namespace host_stub
