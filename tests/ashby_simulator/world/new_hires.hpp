#pragma once

#include <string>

#include "world/organization.hpp"
#include "world/recruiting.hpp"

namespace ashby_simulator {

/// Makes a whole hire in one call: department, team, location, job, candidate, application, offer, hire.
/// Finds an existing job and the like by name.
class NewHires {
 public:
  NewHires(IdGenerator& ids, Records& records, Organization& organization, Recruiting& recruiting)
      : ids_(ids), records_(records), organization_(organization), recruiting_(recruiting) {}

  /// Returns the ids. All fields are optional; README.md lists them. `hiredAt` moves everything to that time;
  /// otherwise it happens now. Throws ActionError for an unknown field.
  Json add(const Json& given, Millis now);

  /// Returns a person for `add`, from short lists of names. The same seed gives the same people.
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
