#include "api/company/member_form_api.hpp"

#include "integration/describe_json.hpp"

namespace host_stub {

using integration::Json;

namespace {

Json view(const MemberForm& form) {
  Json fields = Json::array();
  for (const FormField& field : form.fields)
    fields.push_back({{"name", field.name},
                      {"title", field.title},
                      {"required", form.asks(field.name)},
                      {"locked", field.locked},
                      {"kind", field.kind},
                      {"options", field.options}});
  return {{"fields", std::move(fields)},
          {"assignEmployeeNumbers", form.assignEmployeeNumbers},
          {"nextEmployeeNumber", form.nextEmployeeNumber}};
}

}  // namespace

void MemberFormApi::addTo(Routes& routes) {
  addRoute(routes, this, Right::newHires, "GET", "/api/member-form", &MemberFormApi::get);
  addRoute(routes, this, Right::company, "PUT", "/api/member-form", &MemberFormApi::put);
}

WebResponse MemberFormApi::get(const RequestContext& request) {
  return ok(view(platform_.memberForms.get(request.company())));
}

WebResponse MemberFormApi::put(const RequestContext& request) {
  const auto change = integration::fromJson<MemberFormChange>(request.bodyObject(), "the body",
                                                              integration::UnknownMembers::refused);
  platform_.memberForms.change(request.company(), change, audited(request, "member-form.change", ""));
  return get(request);
}

}  // namespace host_stub
