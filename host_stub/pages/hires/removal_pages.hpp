// Deleting a new hire, and bringing them back.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class RemovalPages {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse ask(const PageRequest& request);
  WebResponse remove(const PageRequest& request);
  WebResponse restore(const PageRequest& request);
};

}  // namespace host_stub
