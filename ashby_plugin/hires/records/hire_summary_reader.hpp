// Reads the fields that the list of new hires filters, searches and sorts by, without decoding the whole
// record. A list reads thousands of records that this plugin wrote itself, hence on demand: neither a tree
// nor a struct is built.
#pragma once

#include <memory>
#include <string_view>

#include "hires/records/stored_records.hpp"

namespace ashby {

// Blank where the record says nothing.
struct HireSummary {
  std::string_view id, importedAt;
  std::string_view firstName, lastName, personalEmail, jobTitle, department, employmentStartDate;
  std::string_view applicationId, sourceName;
};

class HireSummaryReader {
 public:
  HireSummaryReader();
  ~HireSummaryReader();
  // Holds until the next one is read. Throws as decode<HireDocument> does, but where the damage is in what a
  // list doesn't look at.
  HireSummary read(const integration::Entry& entry);

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace ashby
