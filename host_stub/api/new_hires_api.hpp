// /api/new-hires: the new hires of all of a company's connections, in one list.
#pragma once

#include "api/routes.hpp"
#include "hosting/connection_hub.hpp"

namespace host_stub {

class NewHiresApi {
 public:
  NewHiresApi(Platform& platform, ConnectionHub& hub) : platform_(platform), hub_(hub) {}

  void addTo(Routes& routes);

 private:
  // A new hire's id names its connection: "<connection>-<id within it>".
  struct Located {
    std::shared_ptr<LiveConnection> connection;
    std::string hireId;
  };

  WebResponse list(const RequestContext& request);
  WebResponse get(const RequestContext& request);
  WebResponse promote(const RequestContext& request);
  WebResponse discard(const RequestContext& request);
  WebResponse restore(const RequestContext& request);

  Located locate(const RequestContext& request);
  integration::NewHire fresh(const Located& located);
  void audit(const RequestContext& request, const std::string& action);

  Platform& platform_;
  ConnectionHub& hub_;
};

}  // namespace host_stub
