// The tab "New hires": all of them in one list.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class NewHiresPages {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse list(const PageRequest& request);
};

}  // namespace host_stub
