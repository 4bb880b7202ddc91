#pragma once

#include <stdexcept>
#include <string>

#include "world/collection.hpp"

/// New documents, made of given fields, with defaults for the others.
namespace ashby_simulator::documents {

/// An action that can't be done, as for an unknown id or field. The message is for the user of the simulator.
struct ActionError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Returns the document. Throws ActionError with the kind and the id if it doesn't exist.
const Json& existing(const Collection& collection, const std::string& kind, const std::string& id);

/// Returns `document` with the members of `given`. Throws ActionError for a name that is neither in the
/// document nor in `absentByDefault`, so that no misspelt field passes.
Json merged(Json document, const Json& given, const std::string& kind,
            std::initializer_list<const char*> absentByDefault = {});

/// Removes a member from an object and returns it; null if it is absent.
Json take(Json& object, const std::string& name);

/// Returns `[{value, type, isPrimary:true}]`, or an empty array for null.
Json contacts(const Json& value, const char* type);

}  // namespace ashby_simulator::documents
