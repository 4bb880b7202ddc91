// The pages: what people see of the host. They ask the HTTP API whatever they show and do.
#pragma once

#include "pages/admin/admin_pages.hpp"
#include "pages/hires/duplicate_pages.hpp"
#include "pages/hires/hire_pages.hpp"
#include "pages/hires/hires_csv.hpp"
#include "pages/hires/new_hires_pages.hpp"
#include "pages/hires/removal_pages.hpp"
#include "pages/hires/selected_pages.hpp"
#include "pages/hires/why_page.hpp"
#include "pages/people/people_pages.hpp"
#include "pages/sign_in.hpp"

namespace host_stub {

// Thread-safe.
class Pages {
 public:
  Pages(Users& users, Sessions& sessions, const Api& api, const std::string& publicUrl);

  // Whatever isn't the HTTP API's or the webhooks'.
  WebResponse answer(const WebRequest& request);

  const PageRoutes& routes() const { return routes_; }

 private:
  WebResponse answer(const WebRequest& request, const Session& session);

  const Api& api_;
  const std::string& publicUrl_;
  SignIn signIn_;
  NewHiresPages newHires_;
  AdminPages admin_;
  HiresCsv csv_;
  WhyPage why_;
  SelectedPages selected_;
  HirePages hire_;
  DuplicatePages duplicates_;
  RemovalPages removal_;
  PeoplePages people_;
  PageRoutes routes_;
};

}  // namespace host_stub
