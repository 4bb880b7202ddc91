// /api/new-hires/{id}: what reviewers do with one new hire. Changes of one hire run one at a time.
#pragma once

#include "api/hires/hire_lookup.hpp"
#include "hosting/connections/claims.hpp"

namespace host_stub {

class HireChangesApi {
 public:
  HireChangesApi(Platform& platform, ConnectionHub& hub) : platform_(platform), hub_(hub) {}

  void addTo(Routes& routes);

 private:
  WebResponse edit(const RequestContext& request);
  WebResponse promote(const RequestContext& request);
  WebResponse link(const RequestContext& request);
  WebResponse discard(const RequestContext& request);
  WebResponse restore(const RequestContext& request);

  // Prepares for the plugin to add the hire. Throws one Failure with everything that is wrong. Saves the
  // platform's own fields for the member that is made later.
  void prepare(const FoundHire& located, const integration::NewHire& hire,
               const integration::PromoteRequest& change,
               const std::map<std::string, integration::Text>& own);

  Platform& platform_;
  ConnectionHub& hub_;
  Claims changing_{std::chrono::seconds(10)};  // ids of new hires
};

}  // namespace host_stub
