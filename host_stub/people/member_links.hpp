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

// Links a source to a member, within the caller's transaction, and returns the changed member. An error that
// the member had before is ignored in a field that isn't named. Throws Failure:
// - notFound,
// - failedPrecondition if the source is linked to another member,
// - invalidArgument with an issue for each unknown field and each invalid value.
Member linkMember(SqlSession& sql, const std::string& company, const MemberLink& link);

}  // namespace host_stub
