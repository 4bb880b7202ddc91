// /api/audit: who did what.
#pragma once

#include "api/endpoint.hpp"

namespace host_stub {

class AuditApi {
 public:
  explicit AuditApi(Platform& platform) : platform_(platform) {}

  void addTo(Routes& routes);

 private:
  WebResponse list(const RequestContext& request);

  Platform& platform_;
};

}  // namespace host_stub
