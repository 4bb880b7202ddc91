// What is shown of one new hire, in whatever state it is.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

// What came of what was asked for, where it wasn't done.
struct FormNotice {
  int status = 200;
  std::string message = {};  // "" where all is well
  std::vector<integration::Issue> issues = {};
  bool isStale = false;
};

std::string hireName(const integration::Json& hire);

// As it is now; a form that was sent with `request` keeps what was typed.
std::string hireContent(const PageRequest& request, const integration::Json& hire, const FormNotice& said);

}  // namespace host_stub
