// Setting up a connection, step by step; the checklist fills itself in.
#pragma once

#include "pages/admin/settings/form_errors.hpp"
#include "pages/page_request.hpp"

namespace host_stub {

// A permission that the source asks for. Empty if nothing is known of it.
struct SourcePermission {
  const char* name;
  const char* why;
  bool optional;
};
std::vector<SourcePermission> permissionsOf(const std::string& integration);

// The state of the setup beside the connection itself.
struct SetupMoment {
  FormErrors problems;        // of the API key that was refused
  std::string secretToken;    // "" = not to be shown
  std::string lastRejection;  // why the newest delivery was refused; "" = it wasn't, or isn't asked for
};
// HTML.
std::string setupGuide(const PageRequest& request, const integration::Json& connection,
                       const integration::Json& integration, const SetupMoment& moment);

}  // namespace host_stub
