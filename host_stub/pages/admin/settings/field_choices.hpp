// The settings "fields" and "sources": which fields are imported, and where each comes from.
#pragma once

#include "pages/admin/settings/form_errors.hpp"
#include "pages/page_request.hpp"

namespace host_stub {

// Returns the form as HTML.
// settings: as saved, or as they were filled in.
// own: the integration, whose id is the source that needs no name.
std::string fieldChoices(const PageRequest& request, const integration::Json& settings,
                         const integration::Json& own, const FormErrors& problems);

// Puts what was filled in into the settings.
void readFieldChoices(const Parameters& form, integration::Json& settings);

}  // namespace host_stub
