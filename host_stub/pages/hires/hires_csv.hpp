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

// Quoted, and such that no spreadsheet computes it: what has a formula where one may take it for the
// beginning of a cell gets an apostrophe in front. Numbers with a sign don't, so that phones ("+44 7700
// 900123") stay what they are: nothing but digits, spaces and points can call for nothing.
std::string csvCell(const std::string& value);

}  // namespace host_stub
