// The frame of a connection's pages: its name, its state, its tabs.
#pragma once

#include <string_view>

#include "pages/page.hpp"

namespace host_stub {

// The one that the path's first part names, at the API and here.
std::string connectionApi(const PageRequest& request, const std::string& rest = "");
std::string connectionPage(const PageRequest& request, const std::string& rest = "");

// An integration that is installed. Throws ApiProblem if it isn't.
integration::Json integrationNamed(const PageRequest& request, const std::string& id);

// Returns the integration of a connection; one without settings, named by its id, if it is not installed.
integration::Json integrationOf(const PageRequest& request, const integration::Json& connection);

// Whether its plugin has this extension. connection: as the API shows it.
bool has(const integration::Json& connection, std::string_view extension);

struct ConnectionTab {
  std::string name;     // "", "settings", "catch-up" or "activity": the path's end
  std::string content;  // HTML
  int status = 200;
};
WebResponse showConnection(const PageRequest& request, const integration::Json& connection,
                           const ConnectionTab& tab);

}  // namespace host_stub
