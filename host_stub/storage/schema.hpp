// The tables of host.db, and which version of them a file holds.
#pragma once

#include "storage/sql_session.hpp"

namespace host_stub {

constexpr int kSchemaVersion = 6;

// Returns the version that a file holds; 0 if it holds none.
int schemaVersionOf(SqlSession& sql);
// In an empty file, within a transaction of the caller's.
void createSchema(SqlSession& sql);
// Brings a file of an earlier version up to this one, all or nothing within a transaction of the caller's.
void upgradeSchema(SqlSession& sql);

// Reads the header and the root page of each table: finds a file that is no database, is cut off or has lost
// its tables, in a time that doesn't grow with it. Damage deeper down shows as dataLoss when that page is
// read (page_checksums.hpp). A file of before version 4 gets its sums, which takes as long as writing it.
// Throws DataError where the file is another program's or of a newer version; Failure where it is damaged.
void checkSchema(SqlSession& sql, const std::filesystem::path& file);

}  // namespace host_stub
