#include "pages/hires/removal_pages.hpp"

#include "pages/hires/hire_content.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

std::string addressOf(const PageRequest& request) {
  return "/new-hires/" + urlEncoded(request.part(0));
}

}  // namespace

void RemovalPages::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::newHires, "GET", "/new-hires/{id}/delete", &RemovalPages::ask);
  addPage(routes, this, Right::newHires, "POST", "/new-hires/{id}/delete", &RemovalPages::remove);
  addPage(routes, this, Right::newHires, "POST", "/new-hires/{id}/restore", &RemovalPages::restore);
}

WebResponse RemovalPages::ask(const PageRequest& request) {
  const Json hire = request.api.get("/api" + addressOf(request));
  Page page;
  page.title = "Delete this new hire";
  page.section = "new-hires";
  page.content = fill(request, "hire_delete", {{"address", addressOf(request)}, {"name", hireName(hire)}});
  return showPage(request, page);
}

WebResponse RemovalPages::remove(const PageRequest& request) {
  const bool erases = request.form.get("erase") == "true";
  Parameters query;
  if (erases) query.set("erase", "true");
  request.api.send("DELETE", "/api" + addressOf(request), nullptr, query);
  return redirectDone(addressOf(request), erases ? "erased" : "deleted");
}

WebResponse RemovalPages::restore(const PageRequest& request) {
  request.api.send("POST", "/api" + addressOf(request) + "/restore");
  return redirectDone(addressOf(request), "restored");
}

}  // namespace host_stub
