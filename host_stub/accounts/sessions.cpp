#include "accounts/sessions.hpp"

#include <limits>

#include "accounts/users_file.hpp"
#include "storage/random.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;

namespace {

using Rows = std::vector<std::tuple<std::string, std::string, std::string, std::string, std::int64_t>>;

std::optional<User> toUser(const Rows& rows) {
  if (rows.empty()) return std::nullopt;
  const auto& [id, company, name, role, createdAt] = rows.front();
  return User{id, company, name, parseRole(role).value_or(Role::viewer), createdAt};
}

}  // namespace

Sessions::Sessions(const std::filesystem::path& folder) : sql_(openUsersFile(folder)) {}

std::string Sessions::begin(const std::string& userId, std::int64_t now) {
  std::string token = newToken();
  const std::lock_guard lock(mutex_);
  std::erase_if(usedAt_, [&](const auto& one) { return one.second <= now - kSessionMs; });
  usedAt_[tokenHash(token)] = now;
  UsersTransaction transaction(*sql_);
  sql_->execute("DELETE FROM sessions WHERE expires_at <= ?", now - kEndedMs);
  const auto inserted = sql_->execute(
      "INSERT INTO sessions (token_hash, user_id, expires_at) SELECT ?, id, ? FROM users WHERE id = ?",
      Blob{tokenHash(token)}, now + kSessionMs, userId);
  if (inserted == 0) throw Failure(Code::notFound, "there is no such user any more");
  transaction.commit();
  return token;
}

std::optional<User> Sessions::userOf(const std::string& token, std::int64_t now) {
  const std::string hash = tokenHash(token);
  const std::lock_guard lock(mutex_);
  auto user = userOfSession(hash, now, std::numeric_limits<std::int64_t>::max());
  if (user && endsUnused(hash, now)) user.reset();
  return user;
}

std::optional<User> Sessions::endedUserOf(const std::string& token, std::int64_t now) {
  const std::lock_guard lock(mutex_);
  return userOfSession(tokenHash(token), now - kEndedMs, now);
}

std::optional<User> Sessions::userOfSession(const std::string& hash, std::int64_t endsAfter,
                                            std::int64_t endsUntil) {
  return toUser(sql_->query<std::string, std::string, std::string, std::string, std::int64_t>(
      "SELECT users.id, company, name, role, created_at FROM sessions JOIN users ON users.id = user_id"
      " WHERE sessions.token_hash = ? AND expires_at > ? AND expires_at <= ?",
      Blob{hash}, endsAfter, endsUntil));
}

// Ends the session if it has not been used for too long; else it is used now.
bool Sessions::endsUnused(const std::string& hash, std::int64_t now) {
  const auto used = usedAt_.try_emplace(hash, now).first;
  if (now - used->second <= kIdleMs) {
    used->second = now;
    return false;
  }
  UsersTransaction transaction(*sql_);
  sql_->execute("UPDATE sessions SET expires_at = ? WHERE token_hash = ?", used->second + kIdleMs,
                Blob{hash});
  transaction.commit();
  usedAt_.erase(used);
  return true;
}

void Sessions::endAllOf(const std::string& token) {
  const std::lock_guard lock(mutex_);
  UsersTransaction transaction(*sql_);
  sql_->execute("DELETE FROM sessions WHERE user_id = (SELECT user_id FROM sessions WHERE token_hash = ?)",
                Blob{tokenHash(token)});
  transaction.commit();
}

void Sessions::end(const std::string& token) {
  const std::lock_guard lock(mutex_);
  UsersTransaction transaction(*sql_);
  sql_->execute("DELETE FROM sessions WHERE token_hash = ?", Blob{tokenHash(token)});
  transaction.commit();
}

std::string Sessions::newLink(const std::string& company, const std::string& name, std::int64_t now) {
  std::string code = newToken();
  const std::lock_guard lock(mutex_);
  UsersTransaction transaction(*sql_);
  sql_->execute("DELETE FROM sign_in_links WHERE expires_at <= ?", now);
  const auto inserted = sql_->execute(
      "INSERT INTO sign_in_links (token_hash, user_id, expires_at)"
      " SELECT ?, id, ? FROM users WHERE company = ? AND name = ?",
      Blob{tokenHash(code)}, now + kLinkMs, company, name);
  if (inserted == 0) throw Failure(Code::notFound, "the company " + company + " has no user " + name);
  transaction.commit();
  return code;
}

std::optional<User> Sessions::takeLink(const std::string& code, std::int64_t now) {
  const Blob hash{tokenHash(code)};
  const std::lock_guard lock(mutex_);
  UsersTransaction transaction(*sql_);
  auto user = toUser(sql_->query<std::string, std::string, std::string, std::string, std::int64_t>(
      "SELECT users.id, company, name, role, created_at FROM sign_in_links JOIN users ON users.id = user_id"
      " WHERE sign_in_links.token_hash = ? AND expires_at > ?",
      hash, now));
  sql_->execute("DELETE FROM sign_in_links WHERE token_hash = ?", hash);
  transaction.commit();
  return user;
}

}  // namespace host_stub
