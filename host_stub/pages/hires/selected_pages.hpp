// Actions on several new hires at once: confirmed first, then done one by one.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class SelectedPages {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse ask(const PageRequest& request);
  WebResponse carryOut(const PageRequest& request);
};

}  // namespace host_stub
