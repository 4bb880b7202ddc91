#include "api/new_hires_api.hpp"

#include "api/hire_view.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;
using integration::Json;
using integration::NewHire;

namespace {

Json view(const LiveConnection& connection, NewHire hire) {
  return hireView(connection.key().connection, std::move(hire));
}

}  // namespace

void NewHiresApi::addTo(Routes& routes) {
  auto add = [&](const char* method, const char* path,
                 WebResponse (NewHiresApi::*endpoint)(const RequestContext&)) {
    addRoute(routes, this, Right::newHires, method, path, endpoint);
  };
  add("GET", "/api/new-hires", &NewHiresApi::list);
  add("GET", "/api/new-hires/{id}", &NewHiresApi::get);
  add("PATCH", "/api/new-hires/{id}", &NewHiresApi::edit);
  add("DELETE", "/api/new-hires/{id}", &NewHiresApi::discard);
  add("POST", "/api/new-hires/{id}/promote", &NewHiresApi::promote);
  add("POST", "/api/new-hires/{id}/restore", &NewHiresApi::restore);
  add("GET", "/api/new-hires/{id}/files/{file}", &NewHiresApi::file);
}

NewHiresApi::Located NewHiresApi::locate(const RequestContext& request) {
  const std::string& id = request.part(0);
  const std::size_t dash = id.find('-');
  Located located;
  if (dash != std::string::npos) {
    located.connection = hub_.find({request.company(), id.substr(0, dash)});
    located.hireId = id.substr(dash + 1);
  }
  if (!located.connection) throw Failure(Code::notFound, "there is no such new hire");
  return located;
}

NewHire NewHiresApi::fresh(const Located& located) {
  auto hire = located.connection->hire(located.hireId);
  if (!hire) throw Failure(Code::notFound, "there is no such new hire");
  return *std::move(hire);
}

WebResponse NewHiresApi::get(const RequestContext& request) {
  const Located located = locate(request);
  return ok(view(*located.connection, fresh(located)));
}

template <class Change>
WebResponse NewHiresApi::unlessStale(const Located& located, const Change& change) {
  try {
    return change();
  } catch (const Failure& stale) {
    if (stale.code() != Code::aborted) throw;
    WebResponse answer = errorAnswer(stale.error());
    Json with = integration::parseJson(answer.body);
    with["hire"] = view(*located.connection, fresh(located));
    answer.body = integration::dumpJson(with);
    return answer;
  }
}

template <class Request>
Request NewHiresApi::readChange(const RequestContext& request, const Located& located) {
  Json body = request.bodyObject();
  body["id"] = located.hireId;
  return integration::fromJson<Request>(body, "the body", integration::UnknownMembers::refused);
}

WebResponse NewHiresApi::promote(const RequestContext& request) {
  const Located located = locate(request);
  const auto wanted = readChange<integration::PromoteRequest>(request, located);
  return unlessStale(located, [&] {
    const integration::PromoteResult result = located.connection->promote(request.user().id, wanted);
    audit(platform_, request, "new-hire.promote", request.part(0));
    return ok(integration::toJson(result));
  });
}

WebResponse NewHiresApi::edit(const RequestContext& request) {
  const Located located = locate(request);
  const auto wanted = readChange<integration::EditRequest>(request, located);
  return unlessStale(located, [&] {
    located.connection->run<void>(request.user().id, integration::kEdit, wanted);
    audit(platform_, request, "new-hire.edit", request.part(0));
    return ok(view(*located.connection, fresh(located)));
  });
}

WebResponse NewHiresApi::discard(const RequestContext& request) {
  const Located located = locate(request);
  const std::string erase = request.query("erase").value_or("false");
  if (erase != "true" && erase != "false")
    throw Failure(Code::invalidArgument, "erase must be true or false",
                  {{"erase", "invalid", "must be true or false"}});
  located.connection->discard(request.user().id, {located.hireId, erase == "true"});
  audit(platform_, request, erase == "true" ? "new-hire.erase" : "new-hire.delete", request.part(0));
  if (erase == "true") platform_.database.emptyLog();  // where its data still is until then
  return {204, {}, {}};
}

WebResponse NewHiresApi::restore(const RequestContext& request) {
  const Located located = locate(request);
  located.connection->run<void>(request.user().id, integration::kRestore,
                                integration::RestoreRequest{located.hireId});
  audit(platform_, request, "new-hire.restore", request.part(0));
  return ok(view(*located.connection, fresh(located)));
}

WebResponse NewHiresApi::file(const RequestContext& request) {
  const Located located = locate(request);
  const auto link = located.connection->run<integration::DocumentLink>(
      request.user().id, integration::kDocumentLink,
      integration::DocumentQuery{located.hireId, request.part(1)});
  audit(platform_, request, "new-hire.file", request.part(0) + " " + request.part(1));
  return ok(integration::toJson(link));
}

}  // namespace host_stub
