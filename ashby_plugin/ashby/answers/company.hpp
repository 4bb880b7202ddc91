// The customer's own data: jobs, openings, places and fields.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "ashby/answers/values.hpp"

namespace ashby {

// role: the customer's word, "Hiring Manager" by default.
struct TeamMember {
  Text firstName, lastName, email, role;
};
BOOST_DESCRIBE_STRUCT(TeamMember, (), (firstName, lastName, email, role))

// employmentType: as of Job. hiringTeam: the opening's own.
struct OpeningVersion {
  Text employmentType;
  std::vector<std::string> locationIds;
  std::vector<TeamMember> hiringTeam;
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(OpeningVersion, (), (employmentType, locationIds, hiringTeam))

// A seat to be filled: a job may have several, at several places.
struct Opening {
  Text id;
  std::optional<OpeningVersion> latestVersion;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (id, latestVersion))

// employmentType: FullTime, PartTime, Intern, Contract or Temporary.
struct Job {
  Text id, title, departmentId, locationId, employmentType;
  std::vector<TeamMember> hiringTeam;
  std::vector<CustomField> customFields;
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(Job, (),
                      (id, title, departmentId, locationId, employmentType, hiringTeam, customFields))

// A department or a team inside of one (parentId).
struct Department {
  Text id, name, externalName, parentId;
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(Department, (), (id, name, externalName, parentId))

// workplaceType: OnSite, Hybrid or Remote.
struct Location {
  Text id, name, externalName, workplaceType;
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(Location, (), (id, name, externalName, workplaceType))

// A field that the customer has defined (customField.list). objectType: Candidate, Application, ...
struct FieldDefinition {
  std::string id;
  Text title, objectType, fieldType;
};
BOOST_DESCRIBE_STRUCT(FieldDefinition, (), (id, title, objectType, fieldType))

}  // namespace ashby
