// The content of a new hire's page, in any state.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// A notice about a form that was not carried out.
struct FormNotice {
  int status = 200;
  std::string message = {};  // "" if all is well
  std::vector<integration::Issue> issues = {};
  bool isStale = false;
};

std::string hireName(const integration::Json& hire);

// As it is now; a form that was sent with `request` keeps what was typed.
std::string hireContent(const PageRequest& request, const integration::Json& hire, const FormNotice& notice);

}  // namespace host_stub
