#include "api/company/member_view.hpp"

#include "integration/describe_json.hpp"

namespace host_stub {

using integration::Json;

Json personView(const Member& member) {
  Json view = {{"id", member.id}};
  const auto add = [&](const Json& fields) {
    for (const auto& [name, value] : fields.items()) view[name] = value;
  };
  add(integration::toJson(static_cast<const integration::Person&>(member)));
  add(integration::toJson(member.details));
  view["sources"] = integration::toJson(member.sources);
  return view;
}

}  // namespace host_stub
