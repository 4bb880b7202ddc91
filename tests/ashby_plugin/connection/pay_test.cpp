// Tests that pay is one value: amount, currency and period are edited, merged and compared together.
#include "hires/records/source_merge.hpp"
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using integration::FieldChange;
using integration::Pay;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class PayUnit : public Connected {
 protected:
  NewHire now(const NewHire& hire) { return hireOf(hire.source.applicationId); }

  // Changes the pay in Ashby's offer and imports the change.
  NewHire offer(const NewHire& hire, double value, const std::string& currency) {
    ashby.world.recruiting.addOfferVersion(
        *hire.source.offerId,
        {{"startDate", "2027-01-04"}, {"salary", {{"value", value}, {"currencyCode", currency}}}},
        host.clock.now());
    touch(hire.source.applicationId);
    deliver();
    pass(2 * kMinute);
    return now(hire);
  }
  static Pay salaryOf(const NewHire& hire) {
    return {hire.fields.salaryAmount, hire.fields.salaryCurrency, hire.fields.salaryPeriod};
  }
};

TEST_F(PayUnit, StaysWholeIfAshbyChangesTheCurrency) {
  configure(R"({"payPeriod":"annual"})");
  const NewHire hire = import();
  edit({hire.id, {{"salaryAmount", "99000"}}, {}, {}});
  const NewHire changed = offer(hire, 82000, "EUR");
  EXPECT_EQ(salaryOf(changed), (Pay{"99000", "GBP", "annual"}));
  EXPECT_THAT(changed.changes,
              ElementsAre(FieldChange{"salary", "82000 EUR a year", "99000 GBP a year",
                                      Pay{"82000", "EUR", "annual"}, Pay{"99000", "GBP", "annual"}}));
}

TEST_F(PayUnit, IsTheReviewersIfOneEditedTheCurrencyOrPeriod) {
  for (const auto& [part, value] :
       {std::pair("salaryCurrency", "USD"), std::pair("salaryPeriod", "monthly")}) {
    const NewHire hire = import({{"email", std::string(part) + "@home.example"}});
    edit({hire.id, {{part, value}}, {}, {}});
    const NewHire changed = offer(hire, 85000, "EUR");
    EXPECT_EQ(changed.fields.salaryAmount, "82000") << part;
    ASSERT_THAT(changed.changes, SizeIs(1)) << part;
    EXPECT_EQ(changed.changes[0].path, "salary") << part;
    EXPECT_EQ(changed.changes[0].source, "85000 EUR") << part;
  }
}

TEST_F(PayUnit, TakesAllPartsOfAshbys) {
  const NewHire hire = import();
  edit({hire.id, {{"salaryAmount", "99000"}, {"salaryPeriod", "annual"}}, {}, {}});
  (void)offer(hire, 82000, "EUR");
  for (const char* name : {"salary", "salaryAmount", "salaryPeriod"}) {
    edit({hire.id, {{"salaryAmount", "99000"}}, {}, {}});
    edit({hire.id, {}, {name}, {}});
    EXPECT_EQ(salaryOf(now(hire)), (Pay{"82000", "EUR", std::nullopt})) << name;
    EXPECT_THAT(now(hire).changes, IsEmpty()) << name;
  }
}

TEST_F(PayUnit, FollowsAgainIfTypedAsAshbySays) {
  const NewHire hire = import();
  edit({hire.id, {{"salaryAmount", "99000"}}, {}, {}});
  edit({hire.id, {{"salaryAmount", "82000.00"}}, {}, {}});
  EXPECT_EQ(offer(hire, 90000, "EUR").fields.salaryAmount, "90000");
}

TEST_F(PayUnit, IsKeptByAReviewerWhoHasSeenBoth) {
  const NewHire hire = import();
  edit({hire.id, {{"salaryAmount", "99000"}}, {}, {}});
  (void)offer(hire, 82000, "EUR");
  edit({hire.id, {{"salaryAmount", "99000"}, {"salaryCurrency", "GBP"}}, {}, {}});
  EXPECT_THAT(now(hire).changes, IsEmpty());
  EXPECT_EQ(offer(hire, 83000, "EUR").changes.size(), 1U);
}

TEST_F(PayUnit, OfABonusIsOneToo) {
  const std::string field = ashby.world.organization.addCustomField(
      {{"title", "Bonus"}, {"objectType", "Offer"}, {"fieldType", "Currency"}}, host.clock.now());
  configure(R"({"sources":{"bonusAmount":["offer:)" + field + R"("],"bonusCurrency":["offer:)" + field +
            R"("]}})");
  const NewHire hire = import();
  edit({hire.id, {{"bonusAmount", "5e3"}, {"bonusCurrency", "GBP"}, {"signingBonusAmount", "0700"}}, {}, {}});
  EXPECT_EQ(now(hire).fields.bonusAmount, "5000");
  EXPECT_EQ(now(hire).fields.signingBonusAmount, "700");
  edit({hire.id, {}, {"bonus"}, {}});
  EXPECT_EQ(now(hire).fields.bonusAmount, std::nullopt);
  EXPECT_EQ(now(hire).fields.bonusCurrency, std::nullopt);
}

TEST_F(PayUnit, OfAMemberIsComparedWhole) {
  const NewHire hire = import();
  promote({hire.id, {{"salaryAmount", "99000"}}, {}});
  const NewHire changed = offer(hire, 82000, "EUR");
  EXPECT_EQ(salaryOf(changed), (Pay{"99000", "GBP", std::nullopt}));
  ASSERT_THAT(changed.changes, SizeIs(1));
  EXPECT_EQ(changed.changes[0].source, "82000 EUR");
  EXPECT_EQ(changed.changes[0].yours, "99000 GBP");
}

TEST_F(PayUnit, OfEveryNotationIsNormalizedAlike) {
  int hires = 0;
  for (const char* typed : {"05000", "5e3", "5000.", "5000.0"}) {
    const NewHire hire = import({{"email", "hire" + std::to_string(++hires) + "@home.example"}});
    const auto added = promote({hire.id,
                                {{"salaryAmount", typed},
                                 {"bonusAmount", typed},
                                 {"bonusCurrency", "GBP"},
                                 {"signingBonusAmount", typed},
                                 {"signingBonusCurrency", "GBP"}},
                                {}});
    EXPECT_EQ(added.person.salaryAmount, "5000") << typed;
    EXPECT_EQ(added.person.bonusAmount, "5000") << typed;
    EXPECT_EQ(added.person.signingBonusAmount, "5000") << typed;
  }
}

// Returns a record from a release before pay was one value.
HireDocument documentOfOneEdit() {
  HireDocument document;
  integration::HireFields source;
  source.salaryAmount = "82000";
  source.salaryCurrency = "GBP";
  document.fromSource = source;
  document.edits["salaryAmount"] = {"99000", "82000"};
  document.fields = source;
  document.fields.salaryAmount = "99000";
  return document;
}

TEST(OldPay, IsTheReviewersAsTheySawIt) {
  HireDocument document = documentOfOneEdit();
  EXPECT_THAT(changesOf(HireState::staged, document), IsEmpty());
  MappedHire mapped;
  mapped.fields.salaryAmount = "82000";
  mapped.fields.salaryCurrency = "EUR";
  follow(document, mapped);
  EXPECT_EQ(document.fields.salaryAmount, "99000");
  EXPECT_EQ(document.fields.salaryCurrency, "GBP");
  const auto changes = changesOf(HireState::staged, document);
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_EQ(changes[0].source, "82000 EUR");
  EXPECT_EQ(changes[0].yours, "99000 GBP");
}

TEST(OldPay, KeepsTheDoubtAboutWhatNobodyEdited) {
  HireDocument document = documentOfOneEdit();
  document.issues = {{"salaryAmount", "implausible", "check it"}, {"salaryCurrency", "invalid", "unknown"}};
  MappedHire mapped;
  mapped.fields = *document.fromSource;
  mapped.issues = document.issues;
  follow(document, mapped);
  ASSERT_THAT(shownIssues(document), SizeIs(1));
  EXPECT_EQ(shownIssues(document)[0].path, "salaryCurrency");
}

}  // namespace
}  // namespace ashby::test
