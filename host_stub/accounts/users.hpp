// Keeps the users of companies, each with a role and a bearer token.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <vector>

#include "storage/sql_session.hpp"

namespace host_stub {

enum class Role { owner, admin, hr, viewer };
std::optional<Role> parseRole(std::string_view name);
std::string roleName(Role role);

struct User {
  std::string id;
  std::string company;
  std::string name;
  Role role = Role::viewer;
  std::int64_t createdAt = 0;
};

struct UserAdded {
  User user;
  std::string token;  // shown once: only its SHA-256 is kept
};

// users.db in the data folder, a file of its own with a rollback journal. `serve` and the `user` commands
// have it open at the same time. Any number of processes may write it, and each sees at once what another
// did. [thread-safe]
class Users {
 public:
  static constexpr const char* kDefaultCompany = "main";

  // Makes the folder and the file where they are missing. Throws DataDamaged, DataError.
  explicit Users(const std::filesystem::path& folder);

  // Creates the company with its first user. Throws Failure(invalidArgument). Throws Failure(alreadyExists)
  // if the company has a user of that name, or a company or user has a lookalike name.
  UserAdded add(const std::string& company, const std::string& name, Role role, std::int64_t now);
  // Returns false if the company has none of that name. The token is invalid from then on.
  bool remove(const std::string& company, const std::string& name);
  std::vector<User> list();                            // of all companies, by company and name
  std::vector<User> list(const std::string& company);  // by name
  std::vector<std::string> companies();                // by name; one stays when its last user goes
  // Whose token it is.
  std::optional<User> authenticate(const std::string& token);

 private:
  std::mutex mutex_;
  std::unique_ptr<SqlSession> sql_;
};

}  // namespace host_stub
