// Everything that the host serves over HTTP: the API, where integrations deliver webhooks, and how the host
// itself is.
#pragma once

#include <atomic>
#include <string>

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
#include "net/web.hpp"

namespace host_stub {

// Thread-safe.
class WebApi : public WebHandler {
 public:
  WebApi(Platform& platform, ConnectionHub& hub, Removals& removals);

  // Once the address is known, before the server is told to everybody.
  void serveAs(const std::string& publicUrl);
  // From now on nothing is taken: 503.
  void stopServing() { serving_ = false; }

  Admission admit(const RequestHead& head) override;
  WebResponse handle(const WebRequest& request) override;

  const Routes& routes() const { return routes_; }

 private:
  WebResponse health() const;
  WebResponse metrics(const WebRequest& request);
  WebResponse deliver(const WebRequest& request);
  WebResponse callApi(const WebRequest& request);
  std::optional<User> authenticate(const RequestHead& head);

  Platform& platform_;
  ConnectionHub& hub_;
  std::string publicUrl_;
  std::atomic<bool> serving_{false};
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
