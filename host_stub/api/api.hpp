// The HTTP API: its endpoints, and what each user may ask of them.
#pragma once

#include "api/company/audit_api.hpp"
#include "api/company/lists_api.hpp"
#include "api/company/member_form_api.hpp"
#include "api/company/members_api.hpp"
#include "api/company/notifications_api.hpp"
#include "api/connections/connection_tools_api.hpp"
#include "api/connections/connections_api.hpp"
#include "api/hires/hire_changes_api.hpp"
#include "api/hires/import_explanation_api.hpp"
#include "api/hires/new_hires_api.hpp"
#include "api/routes.hpp"

namespace host_stub {

// Thread-safe.
class Api {
 public:
  // publicUrl: what Request URLs start with, no slash at the end; not copied, since it may become known
  // later.
  Api(Platform& platform, ConnectionHub& hub, ConnectionRemover& removals, const std::string& publicUrl);

  // Returns 404, 405 or 403 if the user may not ask this; nullopt if answer() is to be called.
  std::optional<WebResponse> refusal(const User& user, const RequestHead& head) const;
  // Answers on behalf of a user who is known already. A refusal or failure is an answer too.
  WebResponse answer(const User& user, const WebRequest& request) const;
  // The same for a caller within this process: the body may still be a tree (WebResponse::json).
  WebResponse ask(const User& user, const WebRequest& request) const;

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
