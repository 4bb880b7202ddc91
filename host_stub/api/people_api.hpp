// /api/people: the members.
#pragma once

#include "api/routes.hpp"
#include "data/people.hpp"

namespace host_stub {

class PeopleApi {
 public:
  explicit PeopleApi(People& people) : people_(people) {}

  void addTo(Routes& routes);

 private:
  WebResponse list(const RequestContext& request);
  WebResponse get(const RequestContext& request);

  People& people_;
};

}  // namespace host_stub
