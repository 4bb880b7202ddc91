// A new hire beside who may be the same person.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class DuplicatePages {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse compare(const PageRequest& request);
  WebResponse link(const PageRequest& request);
};

}  // namespace host_stub
