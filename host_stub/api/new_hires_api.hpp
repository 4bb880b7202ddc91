// /api/new-hires: the new hires of all of a company's connections, in one list.
#pragma once

#include "api/endpoint.hpp"

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
  WebResponse edit(const RequestContext& request);
  WebResponse discard(const RequestContext& request);
  WebResponse restore(const RequestContext& request);
  WebResponse file(const RequestContext& request);

  Located locate(const RequestContext& request);
  integration::NewHire fresh(const Located& located);
  // The change's answer; where the hire has changed meanwhile, 409 with the hire as it is now.
  template <class Change>
  WebResponse unlessStale(const Located& located, const Change& change);
  // The body, as what is asked of the hire.
  template <class Request>
  static Request readChange(const RequestContext& request, const Located& located);

  Platform& platform_;
  ConnectionHub& hub_;
};

}  // namespace host_stub
