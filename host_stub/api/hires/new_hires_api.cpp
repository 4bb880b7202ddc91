#include "api/hires/new_hires_api.hpp"

#include "api/hires/hire_lookup.hpp"
#include "api/hires/hire_view.hpp"

namespace host_stub {

void NewHiresApi::addTo(Routes& routes) {
  auto add = [&](const char* method, const char* path,
                 WebResponse (NewHiresApi::*endpoint)(const RequestContext&)) {
    addRoute(routes, this, Right::newHires, method, path, endpoint);
  };
  add("GET", "/api/new-hires", &NewHiresApi::list);
  add("GET", "/api/new-hires/{id}", &NewHiresApi::get);
  add("GET", "/api/new-hires/{id}/files/{file}", &NewHiresApi::file);
}

WebResponse NewHiresApi::get(const RequestContext& request) {
  const FoundHire located = locateHire(hub_, request);
  return ok(reviewOf(platform_, located, freshHire(located)));
}

WebResponse NewHiresApi::file(const RequestContext& request) {
  const FoundHire located = locateHire(hub_, request);
  const auto link = located.connection->run<integration::DocumentLink>(
      request.user().id, integration::kDocumentLink, integration::DocumentQuery{located.id, request.part(1)});
  audited(request, "new-hire.file", request.part(0) + " " + request.part(1)).finish(platform_.audit);
  return ok(integration::toJson(link));
}

}  // namespace host_stub
