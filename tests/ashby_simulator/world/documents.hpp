#pragma once

#include <stdexcept>
#include <string>

#include "world/collection.hpp"

/// New documents, from the fields that somebody gave and the defaults for the rest.
namespace ashby_simulator::documents {

/// An action that can't be done: an unknown id or field. The message is for whoever drives the simulator.
struct ActionError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The existing document. Throws ActionError naming the kind and the id.
const Json& existing(const Collection& collection, const std::string& kind, const std::string& id);

/// `document` with the given members in place of its own. A given name must be a member of the document or
/// one of `absentByDefault`, else ActionError: a misspelt field shall not pass silently.
Json merged(Json document, const Json& given, const std::string& kind,
            std::initializer_list<const char*> absentByDefault = {});

/// Takes a member out of an object; null when absent.
Json take(Json& object, const std::string& name);

/// `[{value, type, isPrimary:true}]`
Json contacts(const Json& value, const char* type);

}  // namespace ashby_simulator::documents
