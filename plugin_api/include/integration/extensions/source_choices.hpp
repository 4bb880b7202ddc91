// Lists the source's choices for the settings.
#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// source action: what the source has to choose from in the settings. kind: customField, department, location,
// job. of: what a custom field belongs to (candidate, application, offer, job).
inline constexpr char kSourceChoices[] = "integration.source-choices/1";
struct SourceChoicesQuery {
  std::string kind;
};
BOOST_DESCRIBE_STRUCT(SourceChoicesQuery, (), (kind))
struct SourceChoice {
  std::string id, name;
  Text of, type;
};
BOOST_DESCRIBE_STRUCT(SourceChoice, (), (id, name, of, type))
struct SourceChoices {
  std::vector<SourceChoice> data;
};
BOOST_DESCRIBE_STRUCT(SourceChoices, (), (data))

}  // namespace integration
