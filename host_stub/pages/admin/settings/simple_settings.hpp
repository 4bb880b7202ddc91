// The settings that are one word, number or choice, whichever plugin has them: from its schema.
#pragma once

#include "pages/admin/settings/form_errors.hpp"

namespace host_stub {

// One for the form each: {name, title, ...}. Secrets have their place in setting up.
integration::Json simpleSettings(const integration::Json& schema, const integration::Json& settings,
                                 const FormErrors& problems);
// A blank one is the default again.
void readSimpleSettings(const integration::Json& schema, const Parameters& form, integration::Json& settings);

}  // namespace host_stub
