#include "ashby/mapping/mapping_steps.hpp"
#include "fields/fields.hpp"

namespace ashby {
namespace {

void mapListValue(const std::string& field, const char* what, const std::vector<std::string>& list,
                  const ImportSettings& choices, MappedHire& hire) {
  const Text value = fieldOf(hire.fields, field);
  if (!value) return;
  std::string meant = *value;
  if (const auto known = choices.values.find(field); known != choices.values.end())
    if (const auto chosen = known->second.find(*value); chosen != known->second.end()) meant = chosen->second;
  if (list.empty()) {
    setField(hire.fields, field, meant);
    return;
  }
  const std::string onList = sameOnList(list, meant);
  if (!onList.empty()) {
    setField(hire.fields, field, onList);
    return;
  }
  setField(hire.fields, field, std::nullopt);
  const Text closest = closestOnList(list, meant);
  hire.suggestions.push_back({field, *value, closest});
  hire.issues.push_back({field, "unmatched",
                         "Ashby says \"" + *value + "\", which is none of the company's " + what +
                             (closest ? ": did you mean \"" + *closest + "\"?" : ": choose one")});
}

}  // namespace

void mapListValues(const ImportSettings& choices, const HostLists& lists, MappedHire& hire) {
  auto listOf = [&](const char* field) {
    const auto found = lists.find(field);
    return found == lists.end() ? std::vector<std::string>() : found->second;
  };
  mapListValue("department", "departments", listOf("department"), choices, hire);
  mapListValue("placeOfWork", "places of work", listOf("placeOfWork"), choices, hire);
  mapListValue("contractType", "contract types", listOf("contractType"), choices, hire);
}

}  // namespace ashby
