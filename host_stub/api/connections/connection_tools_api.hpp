// /api/connections/{id}/...: what a connection has done and why, catching up, what its source offers.
#pragma once

#include "api/endpoint.hpp"

namespace host_stub {

class ConnectionToolsApi {
 public:
  ConnectionToolsApi(Platform& platform, ConnectionHub& hub) : platform_(platform), hub_(hub) {}

  void addTo(Routes& routes);

 private:
  WebResponse activity(const RequestContext& request);
  WebResponse retry(const RequestContext& request);
  WebResponse retryAll(const RequestContext& request);
  WebResponse why(const RequestContext& request);
  WebResponse startCatchUp(const RequestContext& request);
  WebResponse catchUp(const RequestContext& request);
  WebResponse cancelCatchUp(const RequestContext& request);
  WebResponse choices(const RequestContext& request);

  Platform& platform_;
  ConnectionHub& hub_;
};

}  // namespace host_stub
