// Keeps a reviewer's edits on a new hire.
#pragma once

#include <boost/describe/class.hpp>
#include <map>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// user action: keeps a reviewer's edits on a new hire that isn't added yet. fields: as in promote; revert:
// the fields that follow the source again. Asked again with the same edit, it says that the difference was
// seen.
inline constexpr char kEdit[] = "integration.edit/1";
struct EditRequest {
  std::string id;
  std::map<std::string, Text> fields;
  std::vector<std::string> revert;
  Text ifVersion;
};
BOOST_DESCRIBE_STRUCT(EditRequest, (), (id, fields, revert, ifVersion))

}  // namespace integration
