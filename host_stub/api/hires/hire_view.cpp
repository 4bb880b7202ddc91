#include "api/hires/hire_view.hpp"

#include "api/hires/pay_view.hpp"
#include "integration/describe_json.hpp"

namespace host_stub {

using integration::Json;

std::string hireListId(const std::string& connection, const std::string& hireId) {
  return connection + "-" + hireId;
}

Json hireView(const LiveConnection& connection, integration::NewHire hire) {
  const std::string& connectionId = connection.key().connection;
  hire.id = hireListId(connectionId, hire.id);
  for (integration::PossibleDuplicate& duplicate : hire.possibleDuplicates)
    if (duplicate.hireId)
      duplicate.hireId = hireListId(duplicate.connectionId.value_or(connectionId), *duplicate.hireId);
  Json members = integration::toJson(hire);
  addPay(members["fields"], hire.fields);
  members["source"]["systemName"] = connection.manifest().name;
  Json view = {{"id", members["id"]}, {"connectionId", connectionId}};  // these two come first
  for (auto& [name, value] : members.items()) view[name] = std::move(value);
  return view;
}

}  // namespace host_stub
