#include "accounts/users.hpp"

#include <algorithm>
#include <array>

#include "accounts/users_file.hpp"
#include "integration/crypto/hash.hpp"
#include "integration/text/folding.hpp"
#include "storage/random.hpp"
#include "storage/visible_name.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;

constexpr std::array<std::pair<Role, const char*>, 4> kRoles{
    {{Role::owner, "owner"}, {Role::admin, "admin"}, {Role::hr, "hr"}, {Role::viewer, "viewer"}}};

void checkName(const char* path, const std::string& name) {
  if (name.size() > 100 || !isVisibleName(name))
    throw Failure(Code::invalidArgument,
                  std::string("a ") + path +
                      "'s name has 1 to 100 bytes of UTF-8, and no signs that nobody sees but blanks inside",
                  {{path, "invalid", "give a name of 1 to 100 bytes"}});
}

using Rows = std::vector<std::tuple<std::string, std::string, std::string, std::string, std::int64_t>>;

// Refuses a new name that people can't tell from one that is there: full-width letters, capitals, accents.
void requireUnlike(const char* path, const std::string& name,
                   const std::vector<std::tuple<std::string>>& known) {
  const auto isIt = [&](const auto& other) { return std::get<0>(other) == name; };
  const std::string looks = integration::folded(name);
  if (looks.empty() || std::any_of(known.begin(), known.end(), isIt)) return;
  for (const auto& [other] : known)
    if (integration::folded(other) == looks)
      throw Failure(Code::alreadyExists, std::string("there is a ") + path + " " + other +
                                             " already, which is hard to tell from " + name +
                                             ": write that name, or choose another one");
}

std::vector<User> toUsers(const Rows& rows) {
  std::vector<User> users;
  for (const auto& [id, company, name, role, createdAt] : rows)
    users.push_back({id, company, name, parseRole(role).value_or(Role::viewer), createdAt});
  return users;
}

}  // namespace

std::optional<Role> parseRole(std::string_view name) {
  for (const auto& [role, known] : kRoles)
    if (name == known) return role;
  return std::nullopt;
}

std::string roleName(Role role) {
  return std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& known) { return known.first == role; })
      ->second;
}

Users::Users(const std::filesystem::path& folder) : sql_(openUsersFile(folder)) {}

UserAdded Users::add(const std::string& company, const std::string& name, Role role, std::int64_t now) {
  checkName("company", company);
  checkName("user", name);
  UserAdded added{{newId(now), company, name, role, now}, newToken()};
  const std::lock_guard lock(mutex_);
  UsersTransaction transaction(*sql_);
  requireUnlike("company", company, sql_->query<std::string>("SELECT name FROM companies"));
  requireUnlike("user", name, sql_->query<std::string>("SELECT name FROM users WHERE company = ?", company));
  sql_->execute("INSERT INTO companies (name, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING", company,
                now);
  const auto taken =
      sql_->query<std::string>("SELECT id FROM users WHERE company = ? AND name = ?", company, name);
  if (!taken.empty())
    throw Failure(Code::alreadyExists,
                  "the company " + company + " has a user " + name + ": remove that one first");
  sql_->execute(
      "INSERT INTO users (company, name, id, role, token_hash, created_at) VALUES (?, ?, ?, ?, ?, ?)",
      company, name, added.user.id, roleName(role), Blob{tokenHash(added.token)}, now);
  transaction.commit();
  return added;
}

bool Users::remove(const std::string& company, const std::string& name) {
  const std::lock_guard lock(mutex_);
  UsersTransaction transaction(*sql_);
  const auto removed = sql_->execute("DELETE FROM users WHERE company = ? AND name = ?", company, name);
  transaction.commit();
  return removed != 0;
}

std::vector<User> Users::list() {
  const std::lock_guard lock(mutex_);
  return toUsers(sql_->query<std::string, std::string, std::string, std::string, std::int64_t>(
      "SELECT id, company, name, role, created_at FROM users ORDER BY company, name"));
}

std::vector<User> Users::list(const std::string& company) {
  const std::lock_guard lock(mutex_);
  return toUsers(sql_->query<std::string, std::string, std::string, std::string, std::int64_t>(
      "SELECT id, company, name, role, created_at FROM users WHERE company = ? ORDER BY name", company));
}

std::vector<std::string> Users::companies() {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> names;
  for (const auto& [name] : sql_->query<std::string>("SELECT name FROM companies ORDER BY name"))
    names.push_back(name);
  return names;
}

// Found by its hash, which tells a guesser's clock nothing about the token, and compared in constant time all
// the same.
std::optional<User> Users::authenticate(const std::string& token) {
  const std::string hash = tokenHash(token);
  const std::lock_guard lock(mutex_);
  const auto rows = sql_->query<std::string, std::string, std::string, std::string, std::int64_t, Blob>(
      "SELECT id, company, name, role, created_at, token_hash FROM users WHERE token_hash = ?", Blob{hash});
  if (rows.empty()) return std::nullopt;
  const auto& [id, company, name, role, createdAt, storedHash] = rows.front();
  if (!integration::equalInConstantTime(storedHash.bytes, hash)) return std::nullopt;
  return toUsers({{id, company, name, role, createdAt}}).front();
}

}  // namespace host_stub
