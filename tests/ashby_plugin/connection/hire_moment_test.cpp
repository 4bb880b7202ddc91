// Which hires count: "Application Updated" says who is hired, not who became hired, and says it again for
// years.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ImportFrom : public Connected {};

TEST_F(ImportFrom, IsTheDayOfTheFirstEnableByDefault) {
  EXPECT_THAT(status().settings.text, testing::HasSubstr(R"("importFrom":"2026-11-23")"));
}

TEST_F(ImportFrom, CountsFromTheStartOfItsDay) {
  EXPECT_EQ(import({{"hiredAt", "2026-11-23T00:00:00.000Z"}}).state, HireState::staged);
  hire({{"hiredAt", "2026-11-22T23:59:59.000Z"}});
  deliver();
  settle();
  EXPECT_THAT(hires(), SizeIs(1));
}

TEST_F(ImportFrom, KeepsAwayWhoWasHiredYearsAgoAndIsEditedToday) {
  const std::string id = hireUnseen({{"hiredAt", "2023-05-04"}});
  touch(id);
  ASSERT_THAT(deliver(), SizeIs(1));
  settle();
  EXPECT_THAT(hires(), IsEmpty());
  EXPECT_EQ(why(id).state, "ignored");
  EXPECT_THAT(why(id).reason, HasSubstr("hired before 2026-11-23"));
  EXPECT_THAT(why(id).reason, HasSubstr("catch-up"));
}

TEST_F(ImportFrom, AsksForNoOffersOfWhoWasHiredYearsAgo) {
  const auto asked = ashby.calls("offer.list");
  touch(hireUnseen({{"hiredAt", "2023-05-04"}}));
  deliver();
  settle();
  EXPECT_EQ(ashby.calls("offer.list"), asked);
}

TEST_F(ImportFrom, MovedEarlierCountsFromThen) {
  configure(R"({"importFrom":"2023-01-01"})");
  EXPECT_EQ(import({{"hiredAt", "2023-05-04"}}).state, HireState::staged);
}

TEST_F(ImportFrom, StaysWhatItIsThroughDisableAndEnable) {
  disable();
  pass(30 * kDay);
  enable();
  EXPECT_THAT(status().settings.text, testing::HasSubstr(R"("importFrom":"2026-11-23")"));
}

TEST_F(ImportFrom, SetToNullIsTheDefaultAgain) {
  configure(R"({"importFrom":"2020-01-01"})");
  configure(R"({"importFrom":null})");
  EXPECT_THAT(status().settings.text, testing::HasSubstr(R"("importFrom":"2026-11-23")"));
}

TEST_F(ImportFrom, DoesNotTakeAwayWhoIsStagedAlready) {
  configure(R"({"importFrom":"2023-01-01"})");
  const NewHire old = import({{"hiredAt", "2023-05-04"}});
  configure(R"({"importFrom":"2026-11-23"})");
  pass(2 * kMinute);
  touch(old.source.applicationId);
  deliver();
  settle();
  EXPECT_EQ(hireOf(old.source.applicationId).state, HireState::staged);
}

TEST_F(ImportFrom, HoldsForARetryByHand) {
  const std::string id = hireUnseen({{"hiredAt", "2023-05-04"}});
  touch(id);
  deliver();
  ashby.fail("application.info", 500, id, 1);
  settle();
  retry(activityOf("import", "retrying").at(0).id);
  settle();
  EXPECT_THAT(hires(), IsEmpty());
}

}  // namespace
}  // namespace ashby::test
