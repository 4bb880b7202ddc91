// Explains why somebody is or is not among the new hires.
#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// Source action: explains in one sentence why somebody is or isn't among the new hires.
inline constexpr char kExplain[] = "integration.explain/1";
struct ExplainQuery {
  std::string q;  // an application id, an e-mail address or a name
};
BOOST_DESCRIBE_STRUCT(ExplainQuery, (), (q))
struct PersonExplanation {
  Text name, applicationId;
  Text hireId;  // null if the person is no new hire of this connection
  std::string state, reason;
};
BOOST_DESCRIBE_STRUCT(PersonExplanation, (), (name, applicationId, hireId, state, reason))
struct ImportExplanation {
  bool found = false;
  std::string state;                           // "several" if several people fit the query
  std::string reason;                          // if several people fit, names them all
  std::vector<PersonExplanation> people = {};  // each person who fits the query
};
BOOST_DESCRIBE_STRUCT(ImportExplanation, (), (found, state, reason, people))

}  // namespace integration
