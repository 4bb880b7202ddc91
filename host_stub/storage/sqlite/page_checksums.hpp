// A sum in each page of a database file, checked whenever the page is read: a page that was changed, cut off
// or put in another's place by anybody but SQLite is an error, never an answer. And which log belongs to the
// file, so that a log left of another moment isn't taken into it.
#pragma once

#include "storage/sql_session.hpp"

namespace host_stub {

// SQLite's file methods with the sums below them (its own cksumvfs is in no Debian package, and doesn't know
// a page by its number). Before SQLite opens anything; whatever is SQLite's default by then lies below.
void installPageSums();

// From now on every page of the file carries one. A file that was made without them is checked and written
// anew, all or nothing, once; alone, outside of any transaction. had: there must be sums already, or the file
// is damaged: Failure(dataLoss).
void requirePageSums(SqlSession& sql, bool had);

}  // namespace host_stub
