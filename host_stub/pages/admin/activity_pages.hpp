// The page of a connection's activity, which also retries failed imports.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class ActivityPages {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse list(const PageRequest& request);
  // status, problem: why what was asked for wasn't done.
  WebResponse show(const PageRequest& request, int status, const std::string& problem);
  WebResponse retry(const PageRequest& request);
  WebResponse retryAll(const PageRequest& request);
};

}  // namespace host_stub
