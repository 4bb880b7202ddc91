#pragma once

#include <string>
#include <vector>

#include "world/records.hpp"

namespace ashby_simulator {

/// The parts of an organisation that exist before anybody applies. `given` holds fields with Ashby's names
/// (README.md). Each `add` returns the id. Throws documents::ActionError. Ashby sends no webhook for any of
/// this.
class Organization {
 public:
  Organization(IdGenerator& ids, Records& records) : ids_(ids), records_(records) {}

  std::string addUser(const Json& given, Millis now);
  std::string addDepartment(const Json& given, Millis now);
  std::string addLocation(const Json& given, Millis now);
  std::string addCustomField(const Json& given, Millis now);
  /// Adds one custom field of each objectType in customField.list. Returns their ids.
  std::vector<std::string> addCustomFieldOfEachType(Millis now);
  std::string addJob(const Json& given, Millis now);

  void editUser(const std::string& id, const Json& given, Millis now);
  void editDepartment(const std::string& id, const Json& given, Millis now);
  void editLocation(const std::string& id, const Json& given, Millis now);
  void editCustomField(const std::string& id, const Json& given, Millis now);
  void editJob(const std::string& id, const Json& given, Millis now);

 private:
  void edit(Collection& collection, const char* kind, const std::string& id, const Json& given, Millis now);
  void checkReferences(const Json& job) const;

  IdGenerator& ids_;
  Records& records_;
};

}  // namespace ashby_simulator
