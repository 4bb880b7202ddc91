#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "world/id_generator.hpp"

namespace ashby_simulator {

struct ApiKey {
  std::string id;
  std::string key;
  std::string title;
  Millis createdAt = 0;
  std::set<std::string> scopes;  ///< Such as `candidates:read`.
  bool confidential = false;     ///< "Allow access to confidential jobs and projects?"
  bool privateFields = false;    ///< "Allow access to non-offer private fields?"
  bool active = true;
};

/// The organisation's API keys, by id.
class ApiKeys {
 public:
  explicit ApiKeys(IdGenerator& ids) : ids_(ids) {}

  /// Returns all read permissions of Ashby; apiKeys:write is not among them.
  static const std::set<std::string>& readScopes();

  /// Creates a key; an empty `secret` makes a random one. Throws std::invalid_argument for a scope that isn't
  /// `<module>:read` or `<module>:write`.
  ApiKey& add(const std::string& title, std::set<std::string> scopes, const std::string& secret, Millis now);

  ApiKey* find(const std::string& id);
  const ApiKey* findByKey(const std::string& key) const;
  const std::map<std::string, ApiKey>& all() const { return keys_; }

  static void checkScopes(const std::set<std::string>& scopes);

 private:
  IdGenerator& ids_;
  std::map<std::string, ApiKey> keys_;
};

}  // namespace ashby_simulator
