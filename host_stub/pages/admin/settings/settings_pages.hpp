// A connection's settings: a form made from the plugin's schema, and the file that holds them all.
#pragma once

#include "pages/admin/settings/form_errors.hpp"
#include "pages/page_request.hpp"

namespace host_stub {

// Thread-safe.
class SettingsPages {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse show(const PageRequest& request);
  WebResponse save(const PageRequest& request);
  WebResponse file(const PageRequest& request);
  WebResponse takeFile(const PageRequest& request);
  WebResponse answerQuestion(const PageRequest& request);
};

}  // namespace host_stub
