#include "pages/admin/connection_actions.hpp"

#include "pages/admin/connection_frame.hpp"
#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

void ConnectionActions::addTo(PageRoutes& routes) {
  auto add = [&](const char* method, const char* path,
                 WebResponse (ConnectionActions::*page)(const PageRequest&)) {
    addPage(routes, this, Right::connections, method, path, page);
  };
  add("POST", "/admin/connections/{id}/enable", &ConnectionActions::enable);
  add("POST", "/admin/connections/{id}/disable", &ConnectionActions::disable);
  add("POST", "/admin/connections/{id}/sync", &ConnectionActions::sync);
  add("POST", "/admin/connections/{id}/rotate-secret", &ConnectionActions::rotateSecret);
  add("GET", "/admin/connections/{id}/disconnect", &ConnectionActions::askDisconnect);
  add("POST", "/admin/connections/{id}/disconnect", &ConnectionActions::disconnect);
}

WebResponse ConnectionActions::enable(const PageRequest& request) {
  request.api.send("POST", connectionApi(request, "/enable"));
  return redirectDone(connectionPage(request), "connected");
}

WebResponse ConnectionActions::disable(const PageRequest& request) {
  request.api.send("POST", connectionApi(request, "/disable"));
  return redirectDone(connectionPage(request), "disabled");
}

WebResponse ConnectionActions::sync(const PageRequest& request) {
  request.api.send("POST", connectionApi(request, "/sync"));
  return redirectDone(connectionPage(request), "syncing");
}

// 307: the browser posts the same form to where the new token is shown, so that a reload makes no third one.
WebResponse ConnectionActions::rotateSecret(const PageRequest& request) {
  request.api.send("POST", connectionApi(request, "/rotate-secret"));
  WebResponse answer = redirectDone(connectionPage(request, "/token"), "rotated");
  answer.status = 307;
  return answer;
}

WebResponse ConnectionActions::askDisconnect(const PageRequest& request) {
  const Json connection = request.api.get(connectionApi(request));
  const Json integration = integrationOf(request, connection);
  Page page;
  page.title = "Disconnect " + textOf(connection, "name");
  page.section = "admin";
  page.content = fill(request, "connection_disconnect",
                      {{"name", textOf(connection, "name")},
                       {"integrationName", textOf(integration, "name")},
                       {"installed", textOf(connection, "state") != "unavailable"},
                       {"address", connectionPage(request)}});
  return showPage(request, page);
}

WebResponse ConnectionActions::disconnect(const PageRequest& request) {
  const std::string data = request.form.get("data");
  if (data.empty()) return redirect(connectionPage(request, "/disconnect"));
  Parameters how;
  how.set("data", data);
  request.api.send("DELETE", connectionApi(request), nullptr, how);
  return redirectDone("/admin/integrations", "disconnected");
}

}  // namespace host_stub
