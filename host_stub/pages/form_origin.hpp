// From which site a form was sent, which browsers say in the header Origin.
#pragma once

#include <string>

#include "net/server/web.hpp"

namespace host_stub {

// Throws Failure(permissionDenied) if the form comes from another site than publicUrl and the host that the
// request itself was sent to, which a proxy in front may call by another name. The message names the site
// seen, the one expected and --public-url. Returns for a browser that says nothing: there the cookie and the
// form's token decide.
void refuseForeignForm(const RequestHead& request, const std::string& publicUrl);

}  // namespace host_stub
