// The pages of the admin area, together.
#pragma once

#include <tuple>

#include "pages/admin/activity_pages.hpp"
#include "pages/admin/admin_page.hpp"
#include "pages/admin/audit_trail_page.hpp"
#include "pages/admin/catch_up_pages.hpp"
#include "pages/admin/connection_actions.hpp"
#include "pages/admin/integrations_pages.hpp"
#include "pages/admin/lists_pages.hpp"
#include "pages/admin/member_form_page.hpp"
#include "pages/admin/notifications_pages.hpp"
#include "pages/admin/overview_page.hpp"
#include "pages/admin/settings/settings_pages.hpp"

namespace host_stub {

// Thread-safe.
class AdminPages {
 public:
  void addTo(PageRoutes& routes) {
    std::apply([&](auto&... group) { (group.addTo(routes), ...); }, groups_);
  }

 private:
  std::tuple<AdminPage, IntegrationsPages, OverviewPage, ConnectionActions, SettingsPages, CatchUpPages,
             ActivityPages, ListsPages, MemberFormPage, NotificationsPages, AuditTrailPage>
      groups_;
};

}  // namespace host_stub
