// Importing whoever was hired from a day on: first as a dry run, then in earnest.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class CatchUpPages {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse begin(const PageRequest& request);
  WebResponse start(const PageRequest& request);
  WebResponse progress(const PageRequest& request);
  WebResponse cancel(const PageRequest& request);
};

}  // namespace host_stub
