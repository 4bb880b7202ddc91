// The pages of the admin area, together.
#pragma once

#include "pages/admin/admin_page.hpp"
#include "pages/admin/connection_actions.hpp"
#include "pages/admin/integrations_pages.hpp"
#include "pages/admin/overview_page.hpp"

namespace host_stub {

// Thread-safe.
class AdminPages {
 public:
  void addTo(PageRoutes& routes) {
    start_.addTo(routes);
    integrations_.addTo(routes);
    overview_.addTo(routes);
    actions_.addTo(routes);
  }

 private:
  AdminPage start_;
  IntegrationsPages integrations_;
  OverviewPage overview_;
  ConnectionActions actions_;
};

}  // namespace host_stub
