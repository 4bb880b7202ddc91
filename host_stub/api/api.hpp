// The HTTP API: its endpoints, and what each user may ask of them.
#pragma once

#include "api/audit_api.hpp"
#include "api/connection_tools_api.hpp"
#include "api/connections_api.hpp"
#include "api/hire_changes_api.hpp"
#include "api/lists_api.hpp"
#include "api/member_form_api.hpp"
#include "api/new_hires_api.hpp"
#include "api/notifications_api.hpp"
#include "api/people_api.hpp"
#include "api/routes.hpp"
#include "api/why_api.hpp"

namespace host_stub {

// Thread-safe.
class Api {
 public:
  // publicUrl: what Request URLs start with, no slash at the end; not copied, since it may become known
  // later.
  Api(Platform& platform, ConnectionHub& hub, Removals& removals, const std::string& publicUrl);

  // Returns 404, 405 or 403 if the user may not ask this; nullopt if answer() is to be called.
  std::optional<WebResponse> refusal(const User& user, const RequestHead& head) const;
  // Answers on behalf of a user who is known already. A refusal or failure is an answer too.
  WebResponse answer(const User& user, const WebRequest& request) const;

  const Routes& routes() const { return routes_; }

 private:
  ConnectionsApi connections_;
  ConnectionToolsApi connectionTools_;
  NewHiresApi newHires_;
  HireChangesApi hireChanges_;
  MemberFormApi memberForm_;
  PeopleApi people_;
  ListsApi lists_;
  NotificationsApi notifications_;
  AuditApi audit_;
  WhyApi why_;
  Routes routes_;
};

}  // namespace host_stub
