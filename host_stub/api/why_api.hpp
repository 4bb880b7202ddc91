// /api/why: what became of somebody, asked of all the company's connections at once.
#pragma once

#include "api/endpoint.hpp"

namespace host_stub {

class WhyApi {
 public:
  WhyApi(Platform& platform, ConnectionHub& hub) : platform_(platform), hub_(hub) {}

  void addTo(Routes& routes);

 private:
  WebResponse why(const RequestContext& request);
  integration::WhyAnswer ask(const Connection& connection, const std::string& actor, const std::string& q);

  Platform& platform_;
  ConnectionHub& hub_;
};

}  // namespace host_stub
