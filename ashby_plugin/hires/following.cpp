#include "hires/following.hpp"

#include <algorithm>

#include "mapping/fields.hpp"
#include "mapping/values/typed_value.hpp"

namespace ashby {
namespace {

using integration::FieldChange;
using integration::HireFields;
using integration::Issue;

// The source's fields. Records of before edits were kept have the reviewers' view alone, which is the same.
const HireFields& sourceOf(const HireDocument& document) {
  return document.fromSource ? *document.fromSource : document.fields;
}

HireFields withEdits(const HireDocument& document) {
  HireFields fields = sourceOf(document);
  for (const auto& [name, edit] : document.edits) setField(fields, name, edit.value);
  return fields;
}

std::vector<std::string> namesOf(const HireFields& a, const HireFields& b) {
  std::vector<std::string> names = fieldNames();
  for (const HireFields* fields : {&a, &b})
    for (const auto& [name, value] : fields->custom) {
      std::string path = std::string(kCustomPrefix) + name;
      if (std::find(names.begin(), names.end(), path) == names.end()) names.push_back(std::move(path));
    }
  return names;
}

void takeRest(HireDocument& document, MappedHire& mapped) {
  document.fromSource = std::move(mapped.fields);
  document.source = std::move(mapped.source);
  document.emails = std::move(mapped.emails);
  document.files = std::move(mapped.files);
}

}  // namespace

void follow(HireDocument& document, MappedHire mapped) {
  takeRest(document, mapped);
  document.nameParts = std::move(mapped.nameParts);
  document.issues = std::move(mapped.issues);
  document.suggestions = std::move(mapped.suggestions);
  document.fields = withEdits(document);
  document.gone.reset();
  document.erasedAt.reset();
  document.eraseAt.reset();
}

void compare(HireDocument& document, MappedHire mapped) {
  if (!document.settledSource) document.settledSource = mapped.fields;
  takeRest(document, mapped);
  document.gone.reset();
}

void edit(HireDocument& document, const std::map<std::string, Text>& fields,
          const std::vector<std::string>& revert) {
  std::vector<Issue> issues;
  if (!document.fromSource) document.fromSource = document.fields;
  for (const std::string& name : revert) {
    if (!isField(name)) issues.push_back({name, "unknown", "there is no field of this name"});
    document.edits.erase(name);
  }
  for (const auto& [name, typed] : fields) {
    if (!isField(name)) {
      issues.push_back({name, "unknown", "there is no field of this name"});
      continue;
    }
    const Text value = typedValue(name, typed), source = fieldOf(*document.fromSource, name);
    if (value == source)
      document.edits.erase(name);
    else
      document.edits[name] = {value, source};
  }
  document.fields = withEdits(document);
  for (Issue& issue : formIssues(document.fields))
    if (fields.contains(issue.path)) issues.push_back(std::move(issue));
  if (!issues.empty())
    throw integration::Failure(integration::Code::invalidArgument, "the edits can't be kept: see each field",
                               std::move(issues));
}

std::vector<FieldChange> changesOf(HireState state, const HireDocument& document) {
  std::vector<FieldChange> changes;
  const HireFields& source = sourceOf(document);
  if (state == HireState::promoted) {
    if (!document.settledSource || !document.fromSource) return changes;
    for (const std::string& name : namesOf(source, *document.settledSource)) {
      const Text now = fieldOf(source, name), yours = fieldOf(document.fields, name);
      if (now != fieldOf(*document.settledSource, name) && now != yours)
        changes.push_back({name, now, yours});
    }
    return changes;
  }
  for (const auto& [name, edit] : document.edits) {
    const Text now = fieldOf(source, name);
    if (now != edit.sourceThen && now != edit.value) changes.push_back({name, now, edit.value});
  }
  return changes;
}

std::vector<Issue> shownIssues(const HireDocument& document) {
  std::vector<Issue> issues = document.issues;
  std::erase_if(issues, [&](const Issue& issue) {
    const auto edited = document.edits.find(issue.path);
    return edited != document.edits.end() && !blank(edited->second.value);
  });
  if (document.gone) issues.push_back({"", "withdrawn", *document.gone});
  return issues;
}

}  // namespace ashby
