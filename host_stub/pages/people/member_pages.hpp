// People: who is a member.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class PeoplePages {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse list(const PageRequest& request);
  WebResponse one(const PageRequest& request);
};

}  // namespace host_stub
