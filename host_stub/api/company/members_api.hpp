// /api/people: the members.
#pragma once

#include "api/routes.hpp"
#include "people/members.hpp"

namespace host_stub {

class PeopleApi {
 public:
  explicit PeopleApi(Members& people) : people_(people) {}

  void addTo(Routes& routes);

 private:
  WebResponse list(const RequestContext& request);
  WebResponse get(const RequestContext& request);

  Members& people_;
};

}  // namespace host_stub
