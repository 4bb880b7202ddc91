// Names of members as they are compared, for a database of before they were folded by ICU.
#pragma once

#include "storage/sql_session.hpp"

namespace host_stub {

// Makes the name that each member is compared by anew from the member's document, in the order of the keys
// and some hundreds at a time. Within a transaction of the caller's. Throws Failure if the database can't be
// read or written.
void foldMemberNames(SqlSession& sql);

}  // namespace host_stub
