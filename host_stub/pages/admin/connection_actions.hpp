// Actions on a connection that take one click, and disconnecting it.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class ConnectionActions {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse enable(const PageRequest& request);
  WebResponse disable(const PageRequest& request);
  WebResponse sync(const PageRequest& request);
  WebResponse rotateSecret(const PageRequest& request);
  WebResponse askDisconnect(const PageRequest& request);
  WebResponse disconnect(const PageRequest& request);
};

}  // namespace host_stub
