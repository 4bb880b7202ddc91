// The fields of a member as people see them. A field of a hire is a row of integration::kFieldCatalog and one
// here; the host's own are rows here alone. Thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "integration/field_catalog.hpp"

namespace host_stub {

// The users who may see a field of somebody else.
enum class Audience { everyone, reviewers };

struct MemberFieldInfo {
  std::string name, title, section;
  integration::FieldKind kind = integration::FieldKind::text;
  std::string list;       // as in integration::FieldInfo
  bool required = false;  // whatever the company says
  Audience audience = Audience::reviewers;
  int formPosition = 0;  // its place in the form that adds a member
};

// Returns all fields in the order in which pages show them, without the company's own.
const std::vector<MemberFieldInfo>& memberFieldCatalog();
// Returns null if there is no such field.
const MemberFieldInfo* memberFieldInfo(std::string_view name);

// Returns the sections in the order in which pages show them. Fields that aren't known are in kOtherSection,
// the company's own in kCustomSection.
const std::vector<std::string>& memberSections();
inline constexpr const char* kOtherSection = "Other";
inline constexpr const char* kCustomSection = "Custom fields";
inline constexpr const char* kPaySection = "Compensation";

}  // namespace host_stub
