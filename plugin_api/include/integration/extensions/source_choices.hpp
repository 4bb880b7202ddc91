// Lists the source's choices for the settings.
#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// Source action: returns what the source has to choose from in the settings.
inline constexpr char kSourceChoices[] = "integration.source-choices/1";
struct SourceChoicesQuery {
  std::string kind;  // customField, department, location or job
};
BOOST_DESCRIBE_STRUCT(SourceChoicesQuery, (), (kind))
struct SourceChoice {
  std::string id, name;
  Text of;  // candidate, application, offer or job, if it is a custom field
  Text type;
};
BOOST_DESCRIBE_STRUCT(SourceChoice, (), (id, name, of, type))
struct SourceChoices {
  std::vector<SourceChoice> data;
};
BOOST_DESCRIBE_STRUCT(SourceChoices, (), (data))

}  // namespace integration
