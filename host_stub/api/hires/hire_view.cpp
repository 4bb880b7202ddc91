#include "api/hires/hire_view.hpp"

#include "api/hires/pay_view.hpp"
#include "integration/describe_json.hpp"

namespace host_stub {

using integration::Json;

std::string hireListId(const std::string& connection, const std::string& hireId) {
  return connection + "-" + hireId;
}

Json hireView(const LiveConnection& from, integration::NewHire hire) {
  const std::string& connection = from.key().connection;
  hire.id = hireListId(connection, hire.id);
  for (integration::PossibleDuplicate& one : hire.possibleDuplicates)
    if (one.hireId) one.hireId = hireListId(one.connectionId.value_or(connection), *one.hireId);
  Json json = integration::toJson(hire);
  addPay(json["fields"], hire.fields);
  json["source"]["systemName"] = from.manifest().name;
  Json shown = {{"id", json["id"]}, {"connectionId", connection}};
  for (auto& [name, value] : json.items()) shown[name] = std::move(value);
  return shown;
}

}  // namespace host_stub
