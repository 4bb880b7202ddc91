// The page of a new hire: reviewing, and adding as a member.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class HirePages {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse one(const PageRequest& request);
  WebResponse change(const PageRequest& request);
  WebResponse file(const PageRequest& request);
};

}  // namespace host_stub
