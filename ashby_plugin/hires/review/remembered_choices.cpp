#include "hires/review/remembered_choices.hpp"

#include <algorithm>

#include "fields/fields.hpp"
#include "fields/host_lists.hpp"
#include "hires/records/settings.hpp"

namespace ashby {
namespace {

// The reviewer's value for the field, null if there is none.
Text chosenFor(const std::string& field, const HireDocument& document,
               const std::map<std::string, Text>& edits) {
  if (const auto now = edits.find(field); now != edits.end()) return tidied(now->second);
  const auto saved = document.edits.find(field);
  return saved == document.edits.end() ? std::nullopt : tidied(saved->second.value);
}

bool isChoice(integration::Call& call, const std::string& field, const std::string& value) {
  const std::vector<std::string> list = call.lists().get(listOf(field));
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

void rememberChoices(integration::Call& call, integration::Commit& commit, const HireDocument& document,
                     const std::map<std::string, Text>& edits) {
  if (document.suggestions.empty()) return;
  const auto kept = load<Settings>(call.store(), keys::kSettings);
  ImportSettings choices = kept.value.chosen();
  for (const integration::Suggestion& suggestion : document.suggestions)
    if (const Text value = chosenFor(suggestion.path, document, edits))
      if (isChoice(call, suggestion.path, *value))
        choices.values[suggestion.path][suggestion.source] = *value;
  if (choices == kept.value.chosen()) return;
  Settings settings = kept.value;
  settings.choices = std::move(choices);
  commit.ops.push_back(integration::Op::put(keys::kSettings, encode(settings)).ifVersion(kept.entry.version));
}

}  // namespace ashby
