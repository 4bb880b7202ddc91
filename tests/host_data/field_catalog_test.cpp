// Tests the catalogues of fields: a new field is one more row, because rules, forms and pages follow its
// kind.
#include "people/field_catalog.hpp"

#include <algorithm>
#include <set>

#include "host_data/data_fixture.hpp"
#include "integration/describe_json.hpp"
#include "people/member_validation.hpp"

namespace host_stub {
namespace {

using integration::FieldInfo;
using integration::HireFields;
using integration::kFieldCatalog;

TEST(FieldCatalog, HoldsEveryFieldOfAHireOnceInItsOrder) {
  std::vector<std::string> described, catalogued;
  boost::mp11::mp_for_each<integration::detail::MembersOf<HireFields>>([&](auto member) {
    if constexpr (std::is_same_v<decltype(member.pointer), integration::Text HireFields::*const>)
      described.emplace_back(member.name);
  });
  for (const FieldInfo& field : kFieldCatalog) catalogued.emplace_back(field.name);
  EXPECT_EQ(catalogued, described);
}

TEST(FieldCatalog, NamesTheMemberThatHoldsTheField) {
  for (const FieldInfo& field : kFieldCatalog) {
    HireFields fields;
    fields.*field.value = "value";
    EXPECT_EQ(integration::toJson(fields).at(field.name), "value") << field.name;
  }
}

TEST(FieldCatalog, GivesEachFieldOfAHireATitle) {
  for (const FieldInfo& field : kFieldCatalog) {
    const auto* info = memberFieldInfo(field.name);
    ASSERT_NE(info, nullptr) << field.name << " has no row in host_stub/people/field_catalog.cpp";
    EXPECT_FALSE(info->title.empty() || info->section.empty()) << field.name;
    EXPECT_EQ(info->kind, field.kind) << field.name;
  }
}

TEST(FieldCatalog, HasAPlaceInTheFormForEachField) {
  std::set<int> positions;
  for (const auto& field : memberFieldCatalog()) positions.insert(field.formPosition);
  EXPECT_EQ(positions.size(), memberFieldCatalog().size());
}

TEST(FieldCatalog, HidesPayAndPrivateContactsFromViewers) {
  for (const auto& field : memberFieldCatalog()) {
    const bool isPrivate =
        field.section == kPaySection || field.name == "personalEmail" || field.name == "personalPhoneNumber";
    EXPECT_EQ(field.audience == Audience::reviewers, isPrivate) << field.name;
  }
}

TEST(FieldCatalog, ChecksEachFieldByItsKind) {
  HireFields complete;
  for (const FieldInfo& field : kFieldCatalog)
    if (field.required) complete.*field.value = "Nadia";
  ASSERT_TRUE(checkMember(complete).empty());
  for (const FieldInfo& field : kFieldCatalog) {
    HireFields fields = complete;
    fields.*field.value = std::string(1001, 'x') + " \n";
    const auto issues = checkMember(fields);
    EXPECT_TRUE(std::any_of(issues.begin(), issues.end(), [&](const auto& issue) {
      return issue.path == field.name;
    })) << field.name;
  }
}

}  // namespace
}  // namespace host_stub
