#include "api/company/lists_api.hpp"

#include <algorithm>

#include "api/collection.hpp"
#include "integration/describe_json.hpp"

namespace host_stub {

using integration::Json;

namespace {

struct ListValues {
  std::vector<std::string> values;
};
BOOST_DESCRIBE_STRUCT(ListValues, (), (values))

const std::string& kindOf(const RequestContext& request) {
  const std::string& kind = request.part(0);
  if (std::find(Lists::kKinds.begin(), Lists::kKinds.end(), kind) == Lists::kKinds.end())
    throw integration::Failure(integration::Code::notFound, "there is no such list: GET /api/lists has all");
  return kind;
}

}  // namespace

void ListsApi::addTo(Routes& routes) {
  addRoute(routes, this, Right::newHires, "GET", "/api/lists", &ListsApi::all);
  addRoute(routes, this, Right::newHires, "GET", "/api/lists/{kind}", &ListsApi::get);
  addRoute(routes, this, Right::company, "PUT", "/api/lists/{kind}", &ListsApi::put);
}

Json ListsApi::view(const RequestContext& request, std::string_view kind) {
  return {{"kind", kind}, {"values", platform_.lists.get(request.company(), kind)}};
}

WebResponse ListsApi::all(const RequestContext& request) {
  Json all = Json::array();
  for (const std::string_view kind : Lists::kKinds) all.push_back(view(request, kind));
  return collection(request, std::move(all));
}

WebResponse ListsApi::get(const RequestContext& request) {
  return ok(view(request, kindOf(request)));
}

WebResponse ListsApi::put(const RequestContext& request) {
  const std::string& kind = kindOf(request);
  const Json body = request.bodyObject();
  if (!body.contains("values"))
    throw integration::Failure(
        integration::Code::invalidArgument, "the body has no values",
        {{"values", "required", "give the whole list; an empty one lets anything be said"}});
  auto settings = integration::fromJson<ListValues>(body, "the body", integration::UnknownMembers::refused);
  const auto before = platform_.lists.get(request.company(), kind);
  platform_.lists.put(request.company(), kind, std::move(settings.values),
                      audited(request, "list.change", kind));
  if (platform_.lists.get(request.company(), kind) != before) tellConnections(request);
  return ok(view(request, kind));
}

// New hires read by the lists: each connection compares with its source soon, and a plugin that goes by the
// lists finds them changed. A connection that can't be told now finds out at its next comparison.
void ListsApi::tellConnections(const RequestContext& request) {
  (void)hub_.asks().ask<bool>(hub_.of(request.company()), integration::kSync, ConnectionHub::kAnswerWithin,
                              [user = request.user().id](LiveConnection& connection, std::size_t) {
                                if (!connection.mayWork() || !connection.supports(integration::kSync))
                                  return false;
                                connection.run<void>(user, integration::kSync, integration::SyncRequest{});
                                return true;
                              });
}

}  // namespace host_stub
