// The page that asks before settings are saved which change new hires.
#pragma once

#include <string>

#include "pages/page_request.hpp"

namespace host_stub {

// Returns the question as HTML, with the settings in it. The answer goes to settings/answer. Returns "" if
// there is nothing to ask, because no new hire changes or the plugin can't tell. Throws ApiProblem if the
// settings can't be saved.
std::string settingsQuestion(const PageRequest& request, const integration::Json& settings);

}  // namespace host_stub
