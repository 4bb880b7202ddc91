// The admin area: what there is to set up, and how it stands.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class AdminPage {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse show(const PageRequest& request);
};

}  // namespace host_stub
