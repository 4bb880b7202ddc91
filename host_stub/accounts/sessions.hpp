// Keeps the sessions of users who are signed in to the pages, and the links that sign in once.
#pragma once

#include <map>
#include <mutex>
#include <optional>

#include "accounts/users.hpp"

namespace host_stub {

// In users.db beside the users, and gone with them. Only hashes of the tokens are kept. [thread-safe]
class Sessions {
 public:
  static constexpr std::int64_t kSessionMs = 12LL * 3600 * 1000;
  // A session that nobody uses for longer than this ends earlier. A restart counts as a use.
  static constexpr std::int64_t kIdleMs = 2LL * 3600 * 1000;
  static constexpr std::int64_t kLinkMs = 24LL * 3600 * 1000;
  // For how long it is known whose an ended session was: what they typed meanwhile is kept for them.
  static constexpr std::int64_t kEndedMs = 7LL * 24 * 3600 * 1000;

  // Throws DataDamaged, DataError.
  explicit Sessions(const std::filesystem::path& folder);

  // A new session's token. Throws Failure(notFound) if the user has just gone.
  std::string begin(const std::string& userId, std::int64_t now);
  // Counts as a use of the session.
  std::optional<User> userOf(const std::string& token, std::int64_t now);
  // Returns whose session it was if its time was over less than kEndedMs ago. Somebody who signed out is not
  // told of.
  std::optional<User> endedUserOf(const std::string& token, std::int64_t now);
  // Ends the session, and with it all others of its user.
  void endAllOf(const std::string& token);
  // Ends this one alone.
  void end(const std::string& token);

  // Returns the last part of a link that signs in once. Throws Failure(notFound) if the company has no such
  // user.
  std::string newLink(const std::string& company, const std::string& name, std::int64_t now);
  // Whose link it is; used up from now on.
  std::optional<User> takeLink(const std::string& code, std::int64_t now);

 private:
  std::optional<User> userOfSession(const std::string& hash, std::int64_t endsAfter, std::int64_t endsUntil);
  bool endsUnused(const std::string& hash, std::int64_t now);

  std::mutex mutex_;
  std::unique_ptr<SqlSession> sql_;
  std::map<std::string, std::int64_t> usedAt_;  // Unix ms, by the hash of the token
};

}  // namespace host_stub
