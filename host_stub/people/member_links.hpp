// A new hire that is a person already: rehired, moved, or added by hand.
#pragma once

#include "people/member_rows.hpp"

namespace host_stub {

struct MemberLink {
  std::string personId, source, sourceId;
  std::vector<std::string> names;  // of what the hire says in the person's place
  integration::HireFields fields;
  MemberDetails details;
};

// Within a transaction of the caller's: the person as it is then. Throws Failure: notFound;
// failedPrecondition where the source is another person's; invalidArgument with an issue for each name that
// is no field, and for each value that a member may not have. An error of the person's that was there before
// is left alone.
Member linkMember(SqlSession& sql, const std::string& company, const MemberLink& link);

}  // namespace host_stub
