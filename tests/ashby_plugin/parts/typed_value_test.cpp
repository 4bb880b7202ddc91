#include "fields/typed_value.hpp"
#include "fields/member_validation.hpp"

#include "ashby/mapping/hire_mapping.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

TEST(TypedValue, OfAnAmountIsInPlainNotation) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"05000", "5000"},      {"5e3", "5000"},        {".5", "0.5"},        {"5000.", "5000"},
      {"1e-3", "0.001"},      {"5E+3", "5000"},       {"00.50", "0.5"},     {" 91500.50 ", "91500.5"},
      {"\u20095000", "5000"}, {"5000\u00a0", "5000"}, {"1.2345e4", "12345"}};
  for (const char* field : {"salaryAmount", "bonusAmount", "signingBonusAmount"})
    for (const auto& [typed, kept] : cases) EXPECT_EQ(typedValue(field, typed), kept) << typed;
}

TEST(TypedValue, OfNoAmountIsRefusedAtOnce) {
  const std::string tooLong(41, '9');
  for (const std::string& typed : {std::string("82,000"), std::string("5 000"), std::string("5k"),
                                   std::string("1e400"), std::string("five"), std::string("+5"),
                                   std::string("1.2.3"), std::string("5e"), std::string("£5000"), tooLong}) {
    integration::HireFields fields;
    fields.bonusAmount = typedValue("bonusAmount", typed);
    EXPECT_EQ(fields.bonusAmount, typed);
    EXPECT_EQ(formIssues(fields).size(), 1U) << typed;
  }
}

TEST(TypedValue, OfAnyOtherFieldIsTrimmedAlone) {
  EXPECT_EQ(typedValue("jobTitle", "\u200b 05000\u3000"), "05000");
  EXPECT_EQ(typedValue("custom/Amount", "5e3"), "5e3");
  EXPECT_EQ(typedValue("bonusAmount", " \u00a0"), std::nullopt);
}

TEST(PlainAmounts, BringsEveryAmountIntoPlainNotation) {
  integration::HireFields fields;
  fields.salaryAmount = "05000";
  fields.bonusAmount = "5e3";
  fields.signingBonusAmount = ".5";
  plainAmounts(fields);
  EXPECT_EQ(fields.salaryAmount, "5000");
  EXPECT_EQ(fields.bonusAmount, "5000");
  EXPECT_EQ(fields.signingBonusAmount, "0.5");
}

TEST(FormIssues, RefuseAnAddressThatIsNone) {
  integration::HireFields fields;
  fields.personalEmail = "nad\u200cia@home.example";
  fields.managerEmail = "Marta";
  EXPECT_EQ(formIssues(fields).size(), 2U);
}

}  // namespace
}  // namespace ashby::test
