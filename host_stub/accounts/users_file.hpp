// users.db: who may use the host, and who is signed in to its pages.
#pragma once

#include <filesystem>
#include <memory>

#include "storage/sql_session.hpp"

namespace host_stub {

// Creates the folder and the file if they are missing. The file has a rollback journal, because `serve` and
// the `user` commands have it open at the same time. Any number of processes may write it, and each sees at
// once what another did. Throws DataDamaged, DataError.
std::unique_ptr<SqlSession> openUsersFile(const std::filesystem::path& folder);

// Takes the write lock at once, so that it can't be refused half way. Undone unless committed.
class UsersTransaction {
 public:
  explicit UsersTransaction(SqlSession& sql);
  ~UsersTransaction();
  UsersTransaction(const UsersTransaction&) = delete;
  UsersTransaction& operator=(const UsersTransaction&) = delete;
  void commit();

 private:
  SqlSession& sql_;
};

// Returns the SHA-256 of a token, which is all that is kept of it.
std::string tokenHash(std::string_view token);

}  // namespace host_stub
