#include "world/documents.hpp"

#include <algorithm>
#include <utility>

namespace ashby_simulator::documents {

const Json& existing(const Collection& collection, const std::string& kind, const std::string& id) {
  const Json* doc = collection.findDoc(id);
  if (doc == nullptr) throw ActionError("no " + kind + " with id '" + id + "'");
  return *doc;
}

Json merged(Json document, const Json& given, const std::string& kind,
            std::initializer_list<const char*> absentByDefault) {
  if (given.contains("id")) throw ActionError("the id of a " + kind + " is made by the simulator");
  for (const auto& [name, value] : given.items()) {
    const bool known = document.contains(name) || std::find(absentByDefault.begin(), absentByDefault.end(),
                                                            name) != absentByDefault.end();
    if (!known) throw ActionError("unknown field '" + name + "' of " + kind);
    document[name] = value;
  }
  return document;
}

Json take(Json& object, const std::string& name) {
  const auto found = object.find(name);
  if (found == object.end()) return {};
  Json value = std::move(*found);
  object.erase(found);
  return value;
}

Json contacts(const Json& value, const char* type) {
  if (value.is_null()) return Json::array();
  return Json::array({{{"value", value}, {"type", type}, {"isPrimary", true}}});
}

}  // namespace ashby_simulator::documents
