// /api/new-hires: the new hires of all of a company's connections, in one list.
#pragma once

#include "api/endpoint.hpp"

namespace host_stub {

class NewHiresApi {
 public:
  NewHiresApi(Platform& platform, ConnectionHub& hub) : platform_(platform), hub_(hub) {}

  void addTo(Routes& routes);

 private:
  WebResponse list(const RequestContext& request);
  WebResponse get(const RequestContext& request);
  WebResponse file(const RequestContext& request);

  Platform& platform_;
  ConnectionHub& hub_;
};

}  // namespace host_stub
