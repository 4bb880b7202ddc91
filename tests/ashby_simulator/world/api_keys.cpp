#include "world/api_keys.hpp"

#include <stdexcept>
#include <utility>

namespace ashby_simulator {

const std::set<std::string>& ApiKeys::readScopes() {
  static const std::set<std::string> kScopes = {
      "apiKeys:read",    "approvals:read", "candidates:read", "hiringProcessMetadata:read",
      "interviews:read", "jobs:read",      "offers:read",     "organization:read"};
  return kScopes;
}

void ApiKeys::checkScopes(const std::set<std::string>& scopes) {
  for (const std::string& scope : scopes) {
    const auto colon = scope.find(':');
    const std::string right = colon == std::string::npos ? "" : scope.substr(colon + 1);
    if ((right != "read" && right != "write") || !readScopes().count(scope.substr(0, colon) + ":read")) {
      throw std::invalid_argument("unknown scope '" + scope + "', expected such as candidates:read");
    }
  }
}

ApiKey& ApiKeys::add(const std::string& title, std::set<std::string> scopes, const std::string& secret,
                     Millis now) {
  checkScopes(scopes);
  const std::string id = ids_.uuid();
  const std::string key = secret.empty() ? ids_.apiKey() : secret;
  return keys_[id] = {id, key, title, now, std::move(scopes)};
}

ApiKey* ApiKeys::find(const std::string& id) {
  const auto found = keys_.find(id);
  return found == keys_.end() ? nullptr : &found->second;
}

const ApiKey* ApiKeys::findByKey(const std::string& key) const {
  for (const auto& [id, known] : keys_) {
    if (known.key == key) return &known;
  }
  return nullptr;
}

}  // namespace ashby_simulator
