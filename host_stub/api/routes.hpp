// The HTTP API's endpoints: one row each, with who may take it. Tests read this table.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/request_context.hpp"

namespace host_stub {

// Who may take a route. What a role may do within its company is decided here and nowhere else.
enum class Right {
  connections,  // owner, admin
  company,      // owner, admin: the company's lists, and who is told of what
  newHires,     // owner, admin, hr
  people,       // everyone; see PeopleApi for what a viewer sees
};
bool mayTake(Role role, Right right);

struct Endpoint {
  std::string method;
  std::string path;  // "/api/new-hires/{id}/promote": a part in braces is given to the endpoint
  Right right;
  std::function<WebResponse(const RequestContext&)> answer;
};

class Routes {
 public:
  void add(std::string method, std::string path, Right right,
           std::function<WebResponse(const RequestContext&)> answer);
  const std::vector<Endpoint>& all() const { return routes_; }

  struct Match {
    const Endpoint* endpoint = nullptr;  // null: no such path, or not with this method
    std::vector<std::string> pathParts;  // decoded
    std::string allow;                   // the methods of the path, where there are some
  };
  Match match(std::string_view method, std::string_view path) const;

 private:
  std::vector<Endpoint> routes_;
};

}  // namespace host_stub
