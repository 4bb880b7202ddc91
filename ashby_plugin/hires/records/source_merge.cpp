#include "hires/records/source_merge.hpp"
#include "fields/member_validation.hpp"

#include "fields/fields.hpp"
#include "fields/typed_value.hpp"
#include "hires/records/value_units.hpp"

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

// Returns what a reviewer typed, each unit whole: the parts of pay that weren't typed are as they are shown.
HireFields typedOver(HireFields shown, const std::map<std::string, Text>& fields,
                     std::vector<ValueUnit>& units, std::vector<Issue>& issues) {
  for (const auto& [name, typed] : fields) {
    if (!setField(shown, name, typedValue(name, typed))) {
      issues.push_back({name, "unknown", "there is no field of this name"});
      continue;
    }
    units.push_back(*unitOf(name));
  }
  return shown;
}

void forget(HireDocument& document, const ValueUnit& unit) {
  for (const std::string& field : unit.fields) document.edits.erase(field);
}

// The units of `now` that differ from what they were `then`, and from the reviewer's.
std::vector<FieldChange> differences(const HireFields& now, const HireFields& then, const HireFields& yours) {
  std::vector<FieldChange> changes;
  for (const ValueUnit& unit : unitsOf(now, then)) {
    if (sameUnit(now, then, unit) || sameUnit(now, yours, unit)) continue;
    FieldChange change{unit.path, unitText(now, unit), unitText(yours, unit)};
    if (unit.pay != nullptr) {
      change.sourcePay = payOf(now, *unit.pay);
      change.yoursPay = payOf(yours, *unit.pay);
    }
    changes.push_back(std::move(change));
  }
  return changes;
}

void takeRest(HireDocument& document, MappedHire& mapped) {
  document.fromSource = std::move(mapped.fields);
  document.source = std::move(mapped.source);
  document.emails = std::move(mapped.emails);
  document.files = std::move(mapped.files);
}

}  // namespace

void follow(HireDocument& document, MappedHire mapped) {
  document.edits = wholeEdits(document, sourceOf(document));
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
  const HireFields& source = *document.fromSource;
  document.edits = wholeEdits(document, source);
  for (const std::string& name : revert) {
    if (const auto unit = unitOf(name))
      forget(document, *unit);
    else
      issues.push_back({name, "unknown", "there is no field of this name"});
  }
  std::vector<ValueUnit> units;
  const HireFields typed = typedOver(withEdits(document), fields, units, issues);
  for (const ValueUnit& unit : units) {
    forget(document, unit);
    if (sameUnit(typed, source, unit)) continue;
    for (const std::string& field : unit.fields)
      document.edits[field] = {fieldOf(typed, field), fieldOf(source, field)};
  }
  document.fields = withEdits(document);
  for (Issue& issue : formIssues(document.fields))
    if (fields.contains(issue.path)) issues.push_back(std::move(issue));
  if (!issues.empty())
    throw integration::Failure(integration::Code::invalidArgument, "the edits can't be kept: see each field",
                               std::move(issues));
}

std::vector<FieldChange> changesOf(HireState state, const HireDocument& document) {
  const HireFields& source = sourceOf(document);
  if (state == HireState::promoted) {
    if (!document.settledSource || !document.fromSource) return {};
    return differences(source, *document.settledSource, document.fields);
  }
  if (document.edits.empty()) return {};
  HireFields then = source, yours = source;
  for (const auto& [name, edit] : wholeEdits(document, source)) {
    setField(then, name, edit.sourceThen);
    setField(yours, name, edit.value);
  }
  return differences(source, then, yours);
}

std::vector<Issue> shownIssues(const HireDocument& document) {
  std::vector<Issue> issues = document.issues;
  // A part of pay that a reviewer left as it was, beside one that was edited, is as doubtful as before.
  std::erase_if(issues, [&](const Issue& issue) {
    const auto edited = document.edits.find(issue.path);
    return edited != document.edits.end() && !blank(edited->second.value) &&
           edited->second.value != edited->second.sourceThen;
  });
  if (document.gone) issues.push_back({"", "withdrawn", *document.gone});
  return issues;
}

}  // namespace ashby
