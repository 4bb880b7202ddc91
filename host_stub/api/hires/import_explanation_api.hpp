// /api/why: what became of somebody, asked of all the company's connections at once.
#pragma once

#include "api/endpoint.hpp"

namespace host_stub {

// Returns the answer of a connection, its hires by their ids in the company's list.
integration::Json whyView(const std::string& connection, integration::ImportExplanation answer);

class WhyApi {
 public:
  explicit WhyApi(ConnectionHub& hub);

  void addTo(Routes& routes);

 private:
  WebResponse why(const RequestContext& request);

  ConnectionHub& hub_;
  AskConnections asks_;  // apart, since the sources of the connections are asked, which may be slow
};

}  // namespace host_stub
