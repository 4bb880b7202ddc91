// /api/integrations and /api/connections: setting an integration up and keeping it well.
#pragma once

#include "api/connections/connection_views.hpp"
#include "api/endpoint.hpp"
#include "hosting/connections/claims.hpp"
#include "hosting/connections/connection_remover.hpp"

namespace host_stub {

class ConnectionsApi {
 public:
  // publicUrl: what Request URLs start with, no slash at the end.
  ConnectionsApi(Platform& platform, ConnectionHub& hub, ConnectionRemover& removals,
                 const std::string& publicUrl)
      : platform_(platform), hub_(hub), removals_(removals), views_(platform, hub, publicUrl) {}

  void addTo(Routes& routes);

 private:
  WebResponse listIntegrations(const RequestContext& request);
  WebResponse create(const RequestContext& request);
  WebResponse list(const RequestContext& request);
  WebResponse get(const RequestContext& request);
  WebResponse settings(const RequestContext& request);
  WebResponse saveSettings(const RequestContext& request);
  WebResponse enable(const RequestContext& request);
  WebResponse disable(const RequestContext& request);
  WebResponse sync(const RequestContext& request);
  WebResponse rotateSecret(const RequestContext& request);
  WebResponse remove(const RequestContext& request);

  Platform& platform_;
  ConnectionHub& hub_;
  ConnectionRemover& removals_;
  ConnectionViews views_;
  Claims changing_{std::chrono::seconds(2)};  // ids of connections whose settings, secrets or state change
};

}  // namespace host_stub
