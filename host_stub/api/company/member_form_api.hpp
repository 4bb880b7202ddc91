// /api/member-form: what the company asks of a new hire before they can be added.
#pragma once

#include "api/endpoint.hpp"

namespace host_stub {

class MemberFormApi {
 public:
  explicit MemberFormApi(Platform& platform) : platform_(platform) {}

  void addTo(Routes& routes);

 private:
  WebResponse get(const RequestContext& request);
  WebResponse put(const RequestContext& request);

  Platform& platform_;
};

}  // namespace host_stub
