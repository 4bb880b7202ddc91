// Members and new hires who may be the same person as a new hire.
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

// Returns each of them once, however many reasons there are, without those who can't be read now or are gone.
std::vector<Other> possibleDuplicates(const PageRequest& request, const integration::Json& hire);
// Without reading them: whether there are some.
bool mayBeDuplicate(const integration::Json& hire);

}  // namespace host_stub
