// A request for a page, as the page sees it.
#pragma once

#include <string>
#include <vector>

#include "api/routes.hpp"
#include "pages/api_client.hpp"

namespace host_stub {

// Lives as long as the request.
struct PageRequest {
  const WebRequest& web;
  const User& user;
  const ApiClient& api;
  std::string formToken;           // every form gives it back, or isn't taken
  std::vector<std::string> parts;  // the variable parts of the path
  Parameters query, form;

  const std::string& part(std::size_t n) const { return parts.at(n); }
  bool may(Right right) const { return mayTake(user.role, right); }
};

using PageRoutes = RouteTable<PageRequest>;

// Adds a row for a member function of a group of pages.
template <class Group>
void addPage(PageRoutes& routes, Group* group, Right right, const char* method, const char* path,
             WebResponse (Group::*page)(const PageRequest&)) {
  routes.add(method, path, right,
             [group, page](const PageRequest& request) { return (group->*page)(request); });
}

}  // namespace host_stub
