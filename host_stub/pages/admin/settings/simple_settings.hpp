// The settings that are one word, number or choice, whichever plugin has them: from its schema.
#pragma once

#include "pages/admin/settings/form_errors.hpp"

namespace host_stub {

// Returns one object for each field of the form: {name, title, ...}. Secrets are entered during setup.
integration::Json simpleSettings(const integration::Json& schema, const integration::Json& settings,
                                 const FormErrors& problems);
// A blank one is the default again.
void readSimpleSettings(const integration::Json& schema, const Parameters& form, integration::Json& settings);

}  // namespace host_stub
