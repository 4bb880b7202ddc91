// A company's own lists, such as its departments: what a field of a member may say. An empty one lets
// anything be said.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "integration/new_hire.hpp"
#include "records/audited_action.hpp"
#include "storage/database.hpp"

namespace host_stub {

// [thread-safe]
class Lists {
 public:
  static constexpr std::array<std::string_view, 4> kKinds{"departments", "placesOfWork", "contractTypes",
                                                          "customFields"};
  static constexpr std::size_t kMaxValues = 1000, kMaxBytes = 200;

  explicit Lists(Database& database) : database_(database) {}

  // In the order they were given; of an unknown kind none.
  std::vector<std::string> get(const std::string& company, std::string_view kind);
  // Replaces the list; answers it as it is kept: without spaces around the values. Throws
  // Failure(invalidArgument) with an issue per value: empty, too long, or there already, case aside.
  std::vector<std::string> put(const std::string& company, std::string_view kind,
                               std::vector<std::string> values, const AuditedAction& action = {});

 private:
  Database& database_;
};

// Within a transaction of the caller's: the list, in its order.
std::vector<std::string> listValues(SqlSession& sql, const std::string& company, const std::string& kind);
// The same: an issue for each field that says what its list doesn't have.
std::vector<integration::Issue> listIssues(SqlSession& sql, const std::string& company,
                                           const integration::HireFields& fields);

}  // namespace host_stub
