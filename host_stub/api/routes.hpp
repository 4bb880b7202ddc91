// Which request goes where: one row each, with who may take it. Tests read these tables.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/request_context.hpp"
#include "net/server/web.hpp"

namespace host_stub {

// The right that a route needs. The rights of a role within its company are decided here and nowhere else.
enum class Right {
  connections,  // owner, admin
  company,      // owner, admin: the company's lists, and who is told of what
  newHires,     // owner, admin, hr
  people,       // everyone; see PeopleApi for what a viewer sees
};
bool mayTake(Role role, Right right);

// "/api/new-hires/{id}/promote": the parts that stand for those in braces, decoded; nullopt if the path
// isn't of the pattern.
std::optional<std::vector<std::string>> fitPath(std::string_view pattern, std::string_view path);

// Context: a request, as the endpoints see it.
template <class Context>
struct Endpoint {
  std::string method;
  std::string path;
  Right right;
  std::function<WebResponse(const Context&)> answer;
};

template <class Context>
class RouteTable {
 public:
  void add(std::string method, std::string path, Right right,
           std::function<WebResponse(const Context&)> answer) {
    routes_.push_back({std::move(method), std::move(path), right, std::move(answer)});
  }
  const std::vector<Endpoint<Context>>& all() const { return routes_; }

  struct Match {
    const Endpoint<Context>* endpoint = nullptr;  // null: no such path, or not with this method
    std::vector<std::string> pathParts;           // decoded
    std::string allow;                            // the methods of the path, where there are some
  };
  // The first that fits.
  Match match(std::string_view method, std::string_view path) const {
    Match match;
    for (const Endpoint<Context>& route : routes_) {
      auto variables = fitPath(route.path, path);
      if (!variables) continue;
      match.allow += (match.allow.empty() ? "" : ", ") + route.method;
      const bool same = route.method == method || (method == "HEAD" && route.method == "GET");
      if (!same || match.endpoint != nullptr) continue;
      match.endpoint = &route;
      match.pathParts = *std::move(variables);
    }
    return match;
  }

 private:
  std::vector<Endpoint<Context>> routes_;
};

// The HTTP API's.
using Routes = RouteTable<RequestContext>;

}  // namespace host_stub
