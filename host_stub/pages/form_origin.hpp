// From which site a form was sent, which browsers say in the header Origin.
#pragma once

#include <string>

#include "net/server/web.hpp"

namespace host_stub {

// Throws Failure(permissionDenied) if the form comes from another site. Allowed are publicUrl and the host
// that the request was sent to. A proxy in front may call the host by another name. The message names the
// site seen, the one expected and --public-url. Returns for a browser that doesn't say where the form comes
// from: there the cookie and the form's token decide.
void refuseForeignForm(const RequestHead& request, const std::string& publicUrl);

}  // namespace host_stub
