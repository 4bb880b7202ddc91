// The integrations that are installed, their connections, and "Configure".
#pragma once

#include "pages/admin/settings/form_errors.hpp"
#include "pages/page_request.hpp"

namespace host_stub {

// A card each, HTML.
std::string integrationCards(const PageRequest& request);

// Thread-safe.
class IntegrationsPages {
 public:
  void addTo(PageRoutes& routes);

 private:
  WebResponse list(const PageRequest& request);
  WebResponse configure(const PageRequest& request);
  WebResponse connect(const PageRequest& request);
  WebResponse configurePage(const PageRequest& request, const FormErrors& problems);
};

}  // namespace host_stub
