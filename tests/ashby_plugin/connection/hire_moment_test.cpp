// Tests which hires count. "Application Updated" tells that somebody is hired, not that they became hired.
// Ashby may send it again years later.
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

// Without a history, an edit may be the last change of somebody who was hired years ago.
TEST_F(ImportFrom, FlagsAHireWhoseDateIsUnknown) {
  const std::string id = hireUnseen({{"hiredAt", "2023-05-04"}, {"offer", "none"}});
  ashby.world.api.faults.add({.kind = "odd",
                              .endpoint = "application.info",
                              .patch = R"([{"op":"remove","path":"/applicationHistory"}])"});
  touch(id);
  deliver();
  settle();
  const NewHire hire = hireOf(id);
  EXPECT_EQ(hire.state, HireState::staged);
  ASSERT_FALSE(hire.issues.empty());
  EXPECT_EQ(hire.issues.back().path, "");
  EXPECT_THAT(hire.issues.back().message, HasSubstr("hire date is unknown"));
}

TEST_F(ImportFrom, KeepsAwayWhoWasLastChangedBeforeIt) {
  const std::string id = hireUnseen({{"hiredAt", "2023-05-04"}, {"offer", "none"}});
  ashby.world.api.faults.add({.kind = "odd",
                              .endpoint = "application.info",
                              .patch = R"([{"op":"remove","path":"/applicationHistory"}])"});
  catchUp("2023-06-01");
  settle();
  EXPECT_THAT(hires(), IsEmpty());
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
