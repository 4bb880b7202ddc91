// The form that a company asks for before a new hire can be added as a member.
#pragma once

#include <optional>

#include "people/form_fields.hpp"
#include "people/member_details.hpp"
#include "records/audited_action.hpp"
#include "storage/database.hpp"

namespace host_stub {

struct MemberForm {
  std::vector<FormField> fields;
  std::vector<std::string> required;  // names; the locked ones among them
  bool assignEmployeeNumbers = false;
  std::int64_t nextEmployeeNumber = 1;

  bool asks(const std::string& name) const;
};

// null: stays as it is.
struct MemberFormChange {
  std::optional<std::vector<std::string>> required;
  std::optional<bool> assignEmployeeNumbers;
  std::optional<std::int64_t> nextEmployeeNumber;
};
BOOST_DESCRIBE_STRUCT(MemberFormChange, (), (required, assignEmployeeNumbers, nextEmployeeNumber))

// [thread-safe]
class MemberForms {
 public:
  explicit MemberForms(Database& database) : database_(database) {}

  MemberForm get(const std::string& company);
  // All or nothing; throws Failure(invalidArgument) with an issue for each name that is no field of the form.
  void change(const std::string& company, const MemberFormChange& change, const AuditedAction& action = {});

  // Everything that keeps a hire from being added, at most one issue of a kind at each field.
  std::vector<integration::Issue> issues(const std::string& company, const integration::HireFields& fields,
                                         const MemberDetails& details);

 private:
  Database& database_;
};

// Returns the next number that nobody has; nullopt if the company numbers its members itself. Runs within the
// caller's transaction.
std::optional<std::string> takeEmployeeNumber(SqlSession& sql, const std::string& company);

}  // namespace host_stub
