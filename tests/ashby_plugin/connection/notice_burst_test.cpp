// Tests the debounce of notices: many in a short time become one, and none is lost.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class NoticeBursts : public Connected {
 protected:
  std::vector<std::string> told(const std::string& kind = "new_hire") {
    std::vector<std::string> texts;
    for (const auto& notice : host.notices.told())
      if (notice.kind == kind) texts.push_back(notice.text);
    return texts;
  }
  void burst(int count) {
    for (int i = 0; i < count; ++i) hireUnseen({{"email", "p" + std::to_string(++hired_) + "@home.example"}});
    sync();
  }
  int hired_ = 0;
};

TEST_F(NoticeBursts, TellAHundredOldHiresAsOne) {
  for (int i = 0; i < 100; ++i)
    hireUnseen({{"email", "p" + std::to_string(i) + "@home.example"},
                {"startDate", std::to_string(2019 + i % 6) + "-04-01"}});
  sync();
  pass(20 * kMinute);
  integration::ListQuery query;
  query.limit = 1;
  EXPECT_EQ(list(query).total, 100U);
  EXPECT_THAT(told(), ElementsAre("100 new hires are waiting to be reviewed"));
}

TEST_F(NoticeBursts, TellFiveOneByOne) {
  burst(5);
  pass(20 * kMinute);
  EXPECT_THAT(told(), SizeIs(5));
  EXPECT_THAT(told(), Each("A new hire is to be reviewed"));
}

TEST_F(NoticeBursts, TellSixAsOne) {
  burst(6);
  pass(20 * kMinute);
  EXPECT_THAT(told(), ElementsAre("6 new hires are waiting to be reviewed"));
}

TEST_F(NoticeBursts, HoldWhatComesAfterTheFirstFive) {
  for (int i = 0; i < 12; ++i) {
    import({{ "email", "p" + std::to_string(i) + "@home.example" }});
    pass(30 * kSecond);
  }
  pass(20 * kMinute);
  ASSERT_THAT(told(), SizeIs(6));
  EXPECT_EQ(told().back(), "7 new hires are waiting to be reviewed");
}

TEST_F(NoticeBursts, TellAtTheLatestAfterTenMinutes) {
  for (int i = 0; i < 50; ++i) {
    import({{ "email", "p" + std::to_string(i) + "@home.example" }});
    pass(30 * kSecond);
  }
  pass(20 * kMinute);
  int count = 0;
  for (const std::string& text : told()) count += text.starts_with("A ") ? 1 : std::stoi(text);
  EXPECT_EQ(count, 50);
  EXPECT_GT(told().size(), 6U);
  EXPECT_LT(told().size(), 20U);
}

TEST_F(NoticeBursts, TellOneByOneAgainAfterwards) {
  burst(8);
  pass(20 * kMinute);
  ASSERT_THAT(told(), SizeIs(1));
  burst(2);
  pass(20 * kMinute);
  EXPECT_THAT(told(), SizeIs(3));
}

TEST_F(NoticeBursts, TellOfALateOneBehindABurst) {
  burst(6);
  settle();
  pass(30 * kSecond);
  burst(1);
  pass(5 * kMinute);
  EXPECT_THAT(told(), ElementsAre("7 new hires are waiting to be reviewed"));
}

TEST_F(NoticeBursts, CountEachKindByItself) {
  burst(8);
  pass(20 * kMinute);
  configure(R"({"scope":{"departments":["Sales"]}})");
  pass(20 * kMinute);
  EXPECT_THAT(told("withdrawn"), ElementsAre("8 new hires were withdrawn: see the activity for the reason"));
  EXPECT_THAT(told(), SizeIs(1));
}

TEST_F(NoticeBursts, AreToldThoughTellingFailsAtFirst) {
  burst(9);
  settle();
  host.notices.failNext(Code::unavailable);
  pass(20 * kMinute);
  EXPECT_THAT(told(), ElementsAre("9 new hires are waiting to be reviewed"));
}

TEST_F(NoticeBursts, AreToldThoughTheClockIsSetBack) {
  burst(9);
  settle();
  host.clock.advance(-12 * kHour);
  work();
  pass(20 * kMinute);
  EXPECT_THAT(told(), ElementsAre("9 new hires are waiting to be reviewed"));
}

}  // namespace
}  // namespace ashby::test
