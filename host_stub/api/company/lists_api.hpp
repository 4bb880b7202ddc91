// /api/lists: the company's departments, places of work, contract types and custom fields.
#pragma once

#include "api/endpoint.hpp"

namespace host_stub {

class ListsApi {
 public:
  ListsApi(Platform& platform, ConnectionHub& hub) : platform_(platform), hub_(hub) {}

  void addTo(Routes& routes);

 private:
  WebResponse all(const RequestContext& request);
  WebResponse get(const RequestContext& request);
  WebResponse put(const RequestContext& request);

  integration::Json view(const RequestContext& request, std::string_view kind);

  void tellConnections(const RequestContext& request);

  Platform& platform_;
  ConnectionHub& hub_;
};

}  // namespace host_stub
