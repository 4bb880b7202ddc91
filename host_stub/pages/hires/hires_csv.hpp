// The list of new hires as a file for spreadsheets: RFC 4180, UTF-8 with a mark that says so.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class HiresCsv {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse all(const PageRequest& request);
};

// Returns the value quoted, and so that no spreadsheet runs it as a formula. A value with a formula where a
// cell may begin gets an apostrophe in front. Numbers with a sign don't, so that phone numbers ("+44 7700
// 900123") stay as they are. Digits, spaces and points alone are harmless.
std::string csvCell(const std::string& value);

}  // namespace host_stub
