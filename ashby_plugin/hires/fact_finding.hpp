// Reads one hire from Ashby: application, then candidate, offers and job together, then the department up to
// its root.
#pragma once

#include <optional>
#include <string>

#include "ashby/client.hpp"
#include "mapping/hire_mapping.hpp"

namespace ashby {

// Where trouble is set, what could not be read and why.
struct Found {
  Answer trouble;
  HireFacts facts;

  bool ok() const { return trouble.ok(); }
};

Found readApplication(Client& client, const std::string& applicationId);
// Completes `facts` of a hired application.
Found readHire(Client& client, const Application& application);

}  // namespace ashby
