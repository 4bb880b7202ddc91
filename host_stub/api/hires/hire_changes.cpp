#include "api/hires/hire_changes.hpp"

#include "people/hire_fields.hpp"

namespace host_stub {

using integration::HireFields;
using integration::Issue;
using integration::Text;

namespace {

bool isOwn(const std::string& name) {
  MemberDetails details;
  return textOf(details, name) != nullptr;
}

}  // namespace

Edits splitOwn(Edits& edits) {
  Edits own;
  for (const auto& [name, value] : edits)
    if (isOwn(name)) own.emplace(name, value);
  for (const auto& one : own) edits.erase(one.first);
  return own;
}

Edits splitOwn(integration::EditRequest& edit) {
  Edits own = splitOwn(edit.fields);
  for (const std::string& name : edit.revert)
    if (isOwn(name)) own.emplace(name, std::nullopt);
  std::erase_if(edit.revert, isOwn);
  return own;
}

MemberDetails edited(MemberDetails details, const Edits& own) {
  for (const auto& [name, value] : own) setMemberDetail(details, name, value);
  return details;
}

HireFields edited(HireFields fields, const Edits& edits, std::vector<Issue>& issues) {
  for (const auto& [name, value] : edits)
    if (!setHireField(fields, name, typed(value)))
      issues.push_back({name, "unknown", "there is no field of this name"});
  return fields;
}

void requireVersion(const integration::NewHire& hire, const Text& ifVersion) {
  if (ifVersion && *ifVersion != hire.version)
    throw integration::Failure(integration::Code::aborted,
                               "it has changed since you opened it: look at it again");
}

}  // namespace host_stub
