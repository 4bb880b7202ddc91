// The page of the audit trail.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class AuditTrailPage {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse show(const PageRequest& request);
};

}  // namespace host_stub
