// Tests amounts, contacts and the choice of the offer.
#include "ashby/mapping/contact.hpp"
#include "ashby/mapping/offer_choice.hpp"
#include "fields/amount.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

TEST(Amount, IsTheNumbersOwnTextInPlainNotation) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"82000", "82000"},
      {"91500.50", "91500.5"},
      {"1e5", "100000"},
      {"1E5", "100000"},
      {"1.5e+3", "1500"},
      {"12345e-2", "123.45"},
      {"0", "0"},
      {"0.00", "0"},
      {"-0", "0"},
      {"-12.50", "-12.5"},
      {"0.1", "0.1"},
      {"1e-3", "0.001"},
      {"9007199254740993", "9007199254740993"},
      {"0.30000000000000004", "0.30000000000000004"},
      {"100", "100"},
      {"007", "7"}};
  for (const auto& [number, plain] : cases) EXPECT_EQ(plainDecimal(number), plain) << number;
}

TEST(Amount, IsAbsentForWhatIsNoSumOfMoney) {
  for (const char* text : {"69e+-27", "", "-", ".", "e5", "1e", "1e400", "1e-400", "12a", "1.2.3", "--1",
                           "82,000", "82 000", "NaN", "Infinity", "0x10", "1e9999999999999999999"})
    EXPECT_EQ(plainDecimal(text), std::nullopt) << text;
}

ContactInfo contact(const char* value, const char* type, bool primary = false) {
  return {value, type, primary};
}

TEST(Contact, PrefersPersonalThenPrimaryThenAnyButWork) {
  const auto work = contact("w@old.example", "Work", true), other = contact("o@x.example", "Other"),
             primary = contact("p@x.example", "Other", true), personal = contact("me@x.example", "Personal");
  EXPECT_EQ(personalContact({work, other, primary, personal}, work), "me@x.example");
  EXPECT_EQ(personalContact({work, other, primary}, work), "p@x.example");
  EXPECT_EQ(personalContact({work, other}, work), "o@x.example");
  EXPECT_EQ(personalContact({work}, work), std::nullopt);
  EXPECT_EQ(personalContact({}, personal), "me@x.example");
  EXPECT_EQ(personalContact({}, std::nullopt), std::nullopt);
}

TEST(Contact, OfSeveralPersonalOnesIsThePrimary) {
  EXPECT_EQ(
      personalContact({contact("a@x.example", "Personal"), contact("b@x.example", "Personal", true)}, {}),
      "b@x.example");
}

TEST(Contact, IsTrimmedAndABlankOneIsNone) {
  EXPECT_EQ(personalContact({contact("  \t", "Personal"), contact(" a@x.example\n", "Other")}, {}),
            "a@x.example");
  EXPECT_EQ(personalContact({ContactInfo{}}, {}), std::nullopt);
}

Offer offer(const char* id, const char* acceptance, Text decidedAt = {}, Text createdAt = {}) {
  return {id, acceptance, {}, std::move(decidedAt), OfferVersion{{}, std::move(createdAt), {}, {}, {}}};
}

std::string chosen(const std::vector<Offer>& offers) {
  const Offer* offer = acceptedOffer(offers);
  return offer == nullptr ? "none" : offer->id.value_or("");
}

TEST(OfferChoice, TakesTheAcceptedOneOfTheFixture) {
  EXPECT_EQ(chosen(fixtureResults<std::vector<Offer>>("offer_list_response.json")),
            "9e4b79d3-d1d2-552a-936f-44552c20e8b9");
}

TEST(OfferChoice, TakesNoneThatIsNotAccepted) {
  EXPECT_EQ(chosen({}), "none");
  EXPECT_EQ(
      chosen({offer("a", "Declined"), offer("b", "Pending"), offer("c", "Cancelled"), offer("d", "NewWord")}),
      "none");
}

TEST(OfferChoice, CountsOneThatOnlyItsOfferStatusCallsAccepted) {
  EXPECT_EQ(chosen({Offer{"a", {}, "CandidateAccepted", {}, {}}}), "a");
}

TEST(OfferChoice, LetsTheAcceptanceLeadOverTheStatus) {
  for (const char* acceptance : {"Declined", "Cancelled", "Pending", "Created", "WaitingOnResponse"}) {
    const Offer offer{"a", acceptance, "CandidateAccepted", {}, {}};
    EXPECT_EQ(chosen({offer}), "none") << acceptance;
    EXPECT_TRUE(contradictsItself(offer)) << acceptance;
  }
  EXPECT_EQ(chosen({Offer{"a", "Accepted", "OfferCancelled", {}, {}}}), "a");
  EXPECT_TRUE(contradictsItself(Offer{"a", "Accepted", "OfferCancelled", {}, {}}));
  // A status that only lags behind is no contradiction.
  EXPECT_FALSE(contradictsItself(Offer{"a", "Accepted", "WaitingOnCandidateResponse", {}, {}}));
}

TEST(OfferChoice, DoesNotTakeAnUnknownTimeForTheOldest) {
  EXPECT_EQ(chosen({offer("a", "Accepted", "2026-11-20T00:00:00.000Z", "2026-11-19T00:00:00.000Z"),
                    offer("b", "Accepted", {}, "2026-11-28T00:00:00.000Z")}),
            "b");
}

OfferVersion version(const char* start, Text createdAt, Text approval) {
  OfferVersion made{start, std::move(createdAt), {}, {}, {}};
  made.approvalStatus = std::move(approval);
  return made;
}

std::string agreedStart(const Offer& offer) {
  const OfferVersion* agreed = agreedVersion(offer);
  return agreed == nullptr ? "none" : *agreed->startDate;
}

TEST(OfferVersions, CountOnceTheyAreApproved) {
  Offer offer{"a", "Accepted", {}, {}, version("2027-01-04", "2026-11-01T00:00:00.000Z", {})};
  EXPECT_EQ(agreedStart(offer), "2027-01-04");
  offer.versions = {*offer.latestVersion};
  for (const char* word : {"WaitingOnApprovals", "Declined", "approved", "", "ANewWord"}) {
    offer.latestVersion = version("2027-03-01", "2026-11-20T00:00:00.000Z", word);
    EXPECT_EQ(agreedStart(offer), "2027-01-04") << word;
    EXPECT_EQ(*newestVersion(offer)->startDate, "2027-03-01") << word;
  }
  offer.latestVersion = version("2027-03-01", "2026-11-20T00:00:00.000Z", "Approved");
  EXPECT_EQ(agreedStart(offer), "2027-03-01");
}

TEST(OfferVersions, WithAnApprovalThatCannotBeReadDoNotCount) {
  Offer offer{"a", "Accepted", {}, {}, version("2027-01-04", {}, {})};
  offer.latestVersion->leftOut = {"approvalStatus"};
  EXPECT_EQ(agreedStart(offer), "none");
}

TEST(OfferVersions, OfSeveralApprovedOnesTheNewestCounts) {
  Offer offer{"a", "Accepted", {}, {}, version("2027-03-01", "2026-11-20T00:00:00.000Z", "Declined")};
  offer.versions = {version("2027-02-01", "2026-11-10T00:00:00.000Z", "Approved"), *offer.latestVersion,
                    version("2027-01-04", "2026-11-01T00:00:00.000Z", {})};
  EXPECT_EQ(agreedStart(offer), "2027-02-01");
}

TEST(OfferVersions, WithoutTimesTheLastOneCounts) {
  Offer offer{"a", "Accepted", {}, {}, {}};
  offer.versions = {version("2027-01-04", {}, {}), version("2027-02-01", {}, {})};
  EXPECT_EQ(agreedStart(offer), "2027-02-01");
  offer.latestVersion = version("2027-03-01", {}, "Approved");
  EXPECT_EQ(agreedStart(offer), "2027-03-01");
}

TEST(OfferChoice, TakesNewestByDecisionThenVersion) {
  const char* early = "2026-11-01T00:00:00.000Z";
  const char* late = "2026-11-02T00:00:00.000Z";
  EXPECT_EQ(chosen({offer("a", "Accepted", late), offer("b", "Accepted", early)}), "a");
  EXPECT_EQ(chosen({offer("b", "Accepted", early), offer("a", "Accepted", late)}), "a");
  EXPECT_EQ(chosen({offer("a", "Accepted", {}, late), offer("b", "Accepted", {}, early)}), "a");
  EXPECT_EQ(chosen({offer("a", "Accepted", {}, late), offer("b", "Accepted", early, early)}), "a");
}

TEST(OfferChoice, DoesNotDependOnTheOrderOfTheList) {
  EXPECT_EQ(chosen({offer("a", "Accepted"), offer("b", "Accepted")}),
            chosen({offer("b", "Accepted"), offer("a", "Accepted")}));
}

}  // namespace
}  // namespace ashby::test
