// Keeps a reviewer's edits on a new hire.
#pragma once

#include <boost/describe/class.hpp>
#include <map>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// User action: saves a reviewer's edits on a new hire that isn't added yet. The same edit once more confirms
// that the reviewer has seen the source's differing value.
inline constexpr char kEdit[] = "integration.edit/1";
struct EditRequest {
  std::string id;
  std::map<std::string, Text> fields;  // as in PromoteRequest
  std::vector<std::string> revert;     // the fields that follow the source again
  Text ifVersion;                      // as in PromoteRequest
};
BOOST_DESCRIBE_STRUCT(EditRequest, (), (id, fields, revert, ifVersion))

}  // namespace integration
