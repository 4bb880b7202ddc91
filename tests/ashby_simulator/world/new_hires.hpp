#pragma once

#include <string>

#include "world/organization.hpp"
#include "world/recruiting.hpp"

namespace ashby_simulator {

/// Whole hires in one call: department, team, location, job (found again by name), candidate, application,
/// offer, hire.
class NewHires {
 public:
  NewHires(IdGenerator& ids, Records& records, Organization& organization, Recruiting& recruiting)
      : ids_(ids), records_(records), organization_(organization), recruiting_(recruiting) {}

  /// All fields are optional and README.md lists them; an unknown one is an ActionError. Returns the ids.
  /// `hiredAt` puts everything at that time; else it happens now.
  Json add(const Json& given, Millis now);

  /// A person that `add` takes, from short lists of names; the same seed gives the same people.
  Json invented(std::size_t number);

 private:
  std::string departmentOf(const std::string& name, const Json& parentId, Millis now);
  std::string locationOf(const Json& wanted, Millis now);
  std::string managerOf(const std::string& email, Millis now);
  std::string jobOf(const Json& wanted, Millis now);
  std::string offerOf(const std::string& applicationId, const std::string& kind, const Json& terms,
                      Millis now);

  IdGenerator& ids_;
  Records& records_;
  Organization& organization_;
  Recruiting& recruiting_;
};

}  // namespace ashby_simulator
