// Why somebody is or is not among the new hires.
#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// source action: why an application, e-mail or name is or isn't among the new hires, in one sentence. people:
// each person who fits what was asked, named. If several do, state is "several" and reason names them all.
inline constexpr char kExplain[] = "integration.explain/1";
struct ExplainQuery {
  std::string q;
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
  std::string state, reason;
  std::vector<PersonExplanation> people = {};
};
BOOST_DESCRIBE_STRUCT(ImportExplanation, (), (found, state, reason, people))

}  // namespace integration
