// The page of recipients and their messages.
#pragma once

#include "pages/admin/settings/form_errors.hpp"
#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class NotificationsPages {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse show(const PageRequest& request);
  WebResponse save(const PageRequest& request);
};

}  // namespace host_stub
