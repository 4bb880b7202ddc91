// The source's choices, as far as it tells now.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

struct SourceChoices {
  integration::Json data = integration::Json::array();  // {id, name, of, type}
  std::string problem;                                  // why there are none
};
// kind: customField, department, location or job.
SourceChoices sourceChoices(const PageRequest& request, const std::string& kind);

}  // namespace host_stub
