// /api/integrations and /api/connections: setting an integration up and keeping it well.
#pragma once

#include "api/routes.hpp"
#include "hosting/connection_hub.hpp"

namespace host_stub {

class ConnectionsApi {
 public:
  // publicUrl: what Request URLs start with, no slash at the end.
  ConnectionsApi(Platform& platform, ConnectionHub& hub, const std::string& publicUrl)
      : platform_(platform), hub_(hub), publicUrl_(publicUrl) {}

  void addTo(Routes& routes);

 private:
  WebResponse listIntegrations(const RequestContext& request);
  WebResponse create(const RequestContext& request);
  WebResponse list(const RequestContext& request);
  WebResponse get(const RequestContext& request);
  WebResponse saveSettings(const RequestContext& request);
  WebResponse enable(const RequestContext& request);
  WebResponse disable(const RequestContext& request);
  WebResponse sync(const RequestContext& request);
  WebResponse rotateSecret(const RequestContext& request);
  WebResponse activity(const RequestContext& request);
  WebResponse retry(const RequestContext& request);
  WebResponse why(const RequestContext& request);
  WebResponse remove(const RequestContext& request);

  std::shared_ptr<LiveConnection> find(const RequestContext& request);
  integration::Json view(LiveConnection& connection);
  std::string requestUrl(const LiveConnection& connection) const;
  void audit(const RequestContext& request, const std::string& action, const std::string& subject);

  Platform& platform_;
  ConnectionHub& hub_;
  const std::string& publicUrl_;
};

}  // namespace host_stub
