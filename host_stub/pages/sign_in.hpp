// Signing in with a token or a link that works once, and out; who is signed in.
#pragma once

#include "accounts/sessions.hpp"
#include "pages/page.hpp"
#include "pages/sign_in_throttle.hpp"

namespace host_stub {

struct Session {
  std::string token;
  User user;
  std::string formToken() const;
};

// Thread-safe.
class SignIn {
 public:
  // publicUrl: its port is part of the cookie's name; with https, the cookie is never sent without it.
  SignIn(Users& users, Sessions& sessions, const std::string& publicUrl)
      : users_(users), sessions_(sessions), publicUrl_(publicUrl) {}

  // Returns whether the request has a session's cookie, ended or not, perhaps of another host on this
  // machine.
  static bool namesSession(const RequestHead& head);
  std::optional<Session> sessionOf(const RequestHead& head);
  // Returns the request's session if its time is over (Sessions::endedUserOf).
  std::optional<Session> endedSessionOf(const RequestHead& head);
  static bool isAt(std::string_view path);
  // Returns nullopt if the path is none of these pages.
  std::optional<WebResponse> answer(const WebRequest& request);
  // Ends all sessions of the user: somebody who has lost a computer signs out at another.
  WebResponse signOut(const Session& session);
  // To the form, and back to this page then. isForPeople: a browser shows it.
  static WebResponse askFirst(const RequestHead& request, bool isForPeople);
  // The form for somebody whose session has ended, and the page `next` then. note: what becomes of what they
  // sent.
  WebResponse askAgain(const std::string& next, const std::string& note);

 private:
  WebResponse form(const Parameters& query, const std::string& problem, int status,
                   const std::string& note = {});
  WebResponse refuse(const WebRequest& request, const Parameters& query, const std::string& problem);
  WebResponse takeToken(const WebRequest& request);
  WebResponse linkPage(const WebRequest& request, const std::string& code);
  WebResponse begin(const RequestHead& request, const User& user, const std::string& next);
  std::string sessionToken(const RequestHead& head) const;
  std::string cookie(const std::string& value, std::int64_t seconds) const;

  Users& users_;
  Sessions& sessions_;
  const std::string& publicUrl_;
  SignInThrottle attempts_;
};

}  // namespace host_stub
