// The setting "scope": whom to import.
#pragma once

#include "pages/admin/settings/form_errors.hpp"
#include "pages/page_request.hpp"

namespace host_stub {

// HTML.
std::string scopeChoices(const PageRequest& request, const integration::Json& settings,
                         const integration::Json& own, const FormErrors& problems);
void readScopeChoices(const Parameters& form, integration::Json& settings);

}  // namespace host_stub
