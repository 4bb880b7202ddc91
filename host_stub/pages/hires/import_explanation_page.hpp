// "Why is someone not here?"
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class WhyPage {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse ask(const PageRequest& request);
};

}  // namespace host_stub
