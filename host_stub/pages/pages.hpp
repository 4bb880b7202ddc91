// The pages: what people see of the host. They ask the HTTP API whatever they show and do.
#pragma once

#include "pages/admin/admin_pages.hpp"
#include "pages/hires/duplicate_pages.hpp"
#include "pages/hires/hire_pages.hpp"
#include "pages/hires/hires_csv.hpp"
#include "pages/hires/import_explanation_page.hpp"
#include "pages/hires/new_hires_pages.hpp"
#include "pages/hires/removal_pages.hpp"
#include "pages/hires/selected_pages.hpp"
#include "pages/kept_forms.hpp"
#include "pages/people/member_pages.hpp"
#include "pages/sign_in.hpp"

namespace host_stub {

// The decision about a request for a page.
struct PageAdmission {
  std::optional<WebResponse> answer;  // a refusal, or all that is asked for; then the body is not needed
  std::optional<Session> session;     // of who is signed in
};

// Thread-safe.
class Pages {
 public:
  Pages(Users& users, Sessions& sessions, const Api& api, const std::string& publicUrl);

  // Decides from the head alone; looks up the session.
  PageAdmission admit(const RequestHead& head);
  // Answers a request that was admitted with this session.
  WebResponse answer(const WebRequest& request, const std::optional<Session>& session);

  const PageRoutes& routes() const { return routes_; }

 private:
  PageAdmission decide(const RequestHead& head);
  WebResponse pageFor(const WebRequest& request, const std::optional<Session>& session);
  PageRequest pageRequest(const WebRequest& request, const Session& session, const ApiClient& api) const;
  std::optional<WebResponse> refusal(const PageRequest& page) const;
  WebResponse show(const WebRequest& request, const Session& session);
  // Returns the ended session of a form that it may have sent: its body is read, and kept.
  std::optional<Session> endedSender(const RequestHead& head);
  WebResponse keep(const WebRequest& request, const Session& ended);

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
  KeptForms kept_;
  PageRoutes routes_;
};

}  // namespace host_stub
