// Helpers that the endpoints of the HTTP API share.
#pragma once

#include <string>
#include <utility>

#include "api/request_context.hpp"
#include "api/routes.hpp"
#include "hosting/connections/connection_hub.hpp"
#include "net/server/json_answer.hpp"

namespace host_stub {

inline WebResponse ok(integration::Json json, int status = 200) {
  return jsonAnswer(status, std::move(json));
}

// Returns what the user of the request does, to be audited. subject: ids only.
inline AuditedAction audited(const RequestContext& request, const std::string& action,
                             const std::string& subject) {
  return {request.company(), {unixNow(), request.user().id, request.user().name, action, subject}};
}

// The connection that the path's first variable part names.
inline std::shared_ptr<LiveConnection> connectionOf(ConnectionHub& hub, const RequestContext& request) {
  auto found = hub.find({request.company(), request.part(0)});
  if (!found) throw integration::Failure(integration::Code::notFound, "there is no such connection");
  return found;
}

// Runs an extension for the user; the action joins what the plugin changes.
template <class Request>
void runAudited(Platform& platform, LiveConnection& connection, const RequestContext& request,
                const AuditedAction& action, std::string_view extension, const Request& wanted) {
  connection.run<void>({request.user().id, action}, extension, wanted);
  action.finish(platform.audit);
}

// Adds a row for a member function of an API.
template <class Api>
void addRoute(Routes& routes, Api* api, Right right, const char* method, const char* path,
              WebResponse (Api::*endpoint)(const RequestContext&)) {
  routes.add(method, path, right,
             [api, endpoint](const RequestContext& request) { return (api->*endpoint)(request); });
}

}  // namespace host_stub
