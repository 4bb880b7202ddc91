// A whole page: its content in the frame that all have, and the answers around it.
#pragma once

#include "pages/page_request.hpp"

namespace host_stub {

struct Page {
  std::string title;
  std::string section;   // of the navigation: "new-hires", "people", "admin"; "" none
  std::string content;   // HTML
  int refreshAfter = 0;  // seconds, for browsers without scripts; 0 = it stays as it is
  int status = 200;
};

// Sections that the role can't use aren't there.
WebResponse showPage(const PageRequest& request, const Page& page);
// In the same frame, for who isn't signed in.
WebResponse showOutside(const Page& page);

// The content from a template; `formToken` is added to the view.
std::string fill(const PageRequest& request, const std::string& name, integration::Json view);

WebResponse redirect(const std::string& to);
// There it is said what has been done: one of the sentences of flash_messages.hpp.
WebResponse redirectDone(const std::string& to, const std::string& done);

// A page's own headers: nothing of others is loaded, framed or run.
std::vector<integration::Header> pageHeaders(const std::string& contentType = "text/html; charset=utf-8");

}  // namespace host_stub
