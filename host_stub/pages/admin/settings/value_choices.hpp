// The setting "values": what the source's words are called on the company's lists.
#pragma once

#include "pages/admin/settings/form_errors.hpp"
#include "pages/page_request.hpp"

namespace host_stub {

// HTML.
std::string valueChoices(const PageRequest& request, const integration::Json& settings,
                         const integration::Json& own, const FormErrors& problems);
void readValueChoices(const Parameters& form, integration::Json& settings);

}  // namespace host_stub
