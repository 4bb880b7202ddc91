// Tests that the fast reader of a list returns what full decoding returns, even for a broken record.
#include "hires/records/hire_summary_reader.hpp"

#include <gmock/gmock.h>

namespace ashby::test {
namespace {

using integration::Entry;

HireDocument someone() {
  HireDocument hire;
  hire.id = "h1";
  hire.fields.firstName = "Zo\u00eb \"Z\"";
  hire.fields.lastName = "\u5c71\u7530\n";
  hire.fields.personalEmail = "zoe@example.org";
  hire.fields.department = "R&D";
  hire.fields.custom = {{"department", "not this one"}};
  hire.fromSource = hire.fields;
  hire.fromSource->jobTitle = "nor this one";
  hire.source = {"ashby", "a1", {}, {}, "Zo\u00eb Yamada", {}};
  hire.emails = {"zoe@example.org"};
  hire.importedAt = "2026-11-23T10:00:00.000Z";
  hire.updatedAt = "2026-11-24T10:00:00.000Z";
  hire.promotion.emplace().fields.department = "nor that one";
  return hire;
}

void expectAsDecoded(const std::string& value) {
  const Entry entry{"hire/staged/h1", value, 1};
  const HireDocument hire = *decode<HireDocument>(entry);
  HireSummaryReader reader;
  const HireSummary listed = reader.read(entry);
  EXPECT_EQ(listed.id, hire.id);
  EXPECT_EQ(listed.importedAt, hire.importedAt);
  EXPECT_EQ(listed.firstName, hire.fields.firstName.value_or(""));
  EXPECT_EQ(listed.lastName, hire.fields.lastName.value_or(""));
  EXPECT_EQ(listed.personalEmail, hire.fields.personalEmail.value_or(""));
  EXPECT_EQ(listed.jobTitle, hire.fields.jobTitle.value_or(""));
  EXPECT_EQ(listed.department, hire.fields.department.value_or(""));
  EXPECT_EQ(listed.employmentStartDate, hire.fields.employmentStartDate.value_or(""));
  EXPECT_EQ(listed.applicationId, hire.source.applicationId);
  EXPECT_EQ(listed.sourceName, hire.source.name.value_or(""));
}

TEST(HireSummaryTest, SaysWhatItsRecordSays) {
  expectAsDecoded(encode(someone()));
}

TEST(HireSummaryTest, IsReadHoweverItsRecordIsWritten) {
  expectAsDecoded(R"(1  { "updatedAt":"","importedAt":"i","nameParts":{"reason":"","alternatives":[]},
    "more":[1.5e3,{"id":"x"}],
    "source":{"name":null,"applicationId":"a","system":"ashby"},
    "fields":{"firstName":null,"l\u0061stName":"\ud83d\ude42","department":"one","department":"two"}, "id":"h" } )");
}

std::string errorOf(const auto& function) {
  try {
    function();
  } catch (const integration::Failure& failure) {
    return std::to_string(static_cast<int>(failure.code())) + failure.what();
  }
  return "none";
}

TEST(HireSummaryTest, IsRefusedAsDecodingRefusesItsRecord) {
  std::vector<std::string> broken = {"2 {}", "{}", "", "1 {}", "1 []", "1 \"x\"", encode(someone()) + "}"};
  const std::string whole = encode(someone());
  for (std::size_t size = 0; size < whole.size(); ++size) broken.push_back(whole.substr(0, size));
  for (const std::string member : {R"("id":"h1",)", R"("importedAt":"2026-11-23T10:00:00.000Z",)",
                                   R"("applicationId":"a1",)", R"("firstName":)", "\"ashby\"", "{"}) {
    std::string without = whole;
    without.erase(without.find(member), member.size());
    broken.push_back(std::move(without));
  }
  std::string noValue = whole;
  broken.push_back(
      noValue.insert(noValue.find("\"firstName\":") + std::string("\"firstName\":").size(), "n"));
  HireSummaryReader reader;
  for (const std::string& value : broken) {
    const Entry entry{"hire/staged/h1", value, 1};
    const std::string expected = errorOf([&] { decode<HireDocument>(entry); });
    EXPECT_NE(expected, "none") << value;
    EXPECT_EQ(errorOf([&] { reader.read(entry); }), expected) << value;
  }
}

}  // namespace
}  // namespace ashby::test
