// A request of the HTTP API, as its endpoint sees it: user, path, query and body.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "accounts/users.hpp"
#include "integration/json.hpp"
#include "net/server/web.hpp"

namespace host_stub {

class RequestContext {
 public:
  RequestContext(const WebRequest& request, User user, std::vector<std::string> pathParts);

  const User& user() const { return user_; }
  const std::string& company() const { return user_.company; }
  // Returns the n-th variable part of the route's path.
  const std::string& part(std::size_t n) const { return pathParts_.at(n); }

  // Returns a query parameter, decoded; nullopt if it is absent or empty.
  std::optional<std::string> query(const std::string& name) const;
  // Returns $limit, 1 to 250, by default 100. Throws Failure(invalidArgument) that names the parameter.
  std::uint32_t limit() const;
  // Returns $skip, 0 to 10,000, by default 0. Throws Failure(invalidArgument) that names the parameter.
  std::uint32_t skip() const;

  // Returns the body as an object, {} if it is empty. Throws Failure(invalidArgument) if it is no object.
  integration::Json bodyObject() const;

 private:
  std::uint32_t number(const std::string& name, std::uint32_t minimum, std::uint32_t maximum,
                       std::uint32_t fallback) const;

  const WebRequest& request_;
  const User user_;
  const std::vector<std::string> pathParts_;
  std::map<std::string, std::string> query_;
};

}  // namespace host_stub
