// Who may be the same person as a new hire: a member, or another new hire.
#pragma once

#include <optional>

#include "pages/page_request.hpp"

namespace host_stub {

// Either a member or a new hire.
struct Other {
  std::string id, name;
  bool isHire = false;
  integration::Json values;  // flat
  integration::Json hire;    // null for a member
  std::string reasons;       // sentences, without the last one's full stop

  std::string what() const { return isHire ? "new hire" : "member"; }
};

// One each, however many reasons there are. Who can't be read now, or is gone, isn't among them.
std::vector<Other> possibleDuplicates(const PageRequest& request, const integration::Json& hire);
// Without reading them: whether there are some.
bool mayBeDuplicate(const integration::Json& hire);

}  // namespace host_stub
