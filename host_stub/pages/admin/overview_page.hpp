// A connection: is it well, how it is set up, and why somebody isn't here.
#pragma once

#include "pages/admin/setup_guide.hpp"

namespace host_stub {

// Thread-safe.
class OverviewPage {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse show(const PageRequest& request);
  WebResponse saveKey(const PageRequest& request);
  WebResponse showToken(const PageRequest& request);
  // The page of an answer to a form, loaded again: what was asked for isn't in its address.
  WebResponse withoutAnswer(const PageRequest& request);
};

}  // namespace host_stub
