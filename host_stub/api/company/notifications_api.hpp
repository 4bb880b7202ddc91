// /api/notifications: who is told of what, and what became of it.
#pragma once

#include "api/endpoint.hpp"

namespace host_stub {

class NotificationsApi {
 public:
  explicit NotificationsApi(Platform& platform) : platform_(platform) {}

  void addTo(Routes& routes);

 private:
  WebResponse list(const RequestContext& request);
  WebResponse settings(const RequestContext& request);
  WebResponse saveSettings(const RequestContext& request);

  Platform& platform_;
};

}  // namespace host_stub
