#include "ashby/pacing.hpp"

#include <optional>

#include "integration/testing/fake_tools.hpp"

namespace ashby::test {
namespace {

using integration::Header;

constexpr std::int64_t kNow = integration::test::ManualClock::kStart;
constexpr std::int64_t kMinute = 60000;

std::optional<std::int64_t> after(const std::string& value) {
  const std::vector<Header> headers = {{"retry-after", value}};
  return retryAfter(kNow, headers);
}

void answered(Pacer& pacer, std::int64_t now, const std::string& remaining, const std::string& reset = {}) {
  std::vector<Header> headers = {{"X-RateLimit-Remaining", remaining}};
  if (!reset.empty()) headers.push_back({"X-RateLimit-Reset", reset});
  pacer.learn(now, headers);
}

TEST(Pacer, AllowsAThousandCallsAMinuteByDefault) {
  Pacer pacer;
  EXPECT_EQ(pacer.readyAt(kNow, 1000), kNow);
  pacer.sent(kNow, 994);
  EXPECT_EQ(pacer.readyAt(kNow + 10, 6), kNow + 10);
  EXPECT_EQ(pacer.readyAt(kNow + 10, 7), kNow + kMinute);
  EXPECT_EQ(pacer.readyAt(kNow + kMinute, 7), kNow + kMinute);
}

TEST(Pacer, OpensANewWindowWhenTheOldOneIsOver) {
  Pacer pacer;
  pacer.sent(kNow, 1000);
  pacer.sent(kNow + kMinute, 1);
  EXPECT_EQ(pacer.readyAt(kNow + kMinute, 999), kNow + kMinute);
}

TEST(Pacer, BelievesTheRemainingCallsThatAshbyTells) {
  Pacer pacer;
  pacer.sent(kNow, 1);
  answered(pacer, kNow, "3");
  EXPECT_EQ(pacer.readyAt(kNow, 3), kNow);
  EXPECT_EQ(pacer.readyAt(kNow, 4), kNow + kMinute);
}

TEST(Pacer, TakesAnyLimitThatAshbyTells) {
  Pacer pacer;
  const std::string most = std::to_string(INT64_MAX);
  const std::vector<Header> headers = {{"x-ratelimit-limit", most}, {"x-ratelimit-remaining", most}};
  pacer.learn(kNow, headers);
  EXPECT_EQ(pacer.readyAt(kNow, 1000), kNow);
}

TEST(Pacer, BelievesTheLimitThatAshbyTells) {
  Pacer pacer;
  pacer.sent(kNow, 1);
  const std::vector<Header> headers = {{"x-ratelimit-limit", "5000"}, {"x-ratelimit-remaining", "4999"}};
  pacer.learn(kNow, headers);
  EXPECT_EQ(pacer.readyAt(kNow, 4999), kNow);
  EXPECT_EQ(pacer.readyAt(kNow, 5000), kNow + kMinute);
  pacer.sent(kNow + kMinute, 1);
  EXPECT_EQ(pacer.readyAt(kNow + kMinute, 4999), kNow + kMinute);
}

TEST(Pacer, TakesLowestRemainingInAnyOrder) {
  Pacer pacer;
  pacer.sent(kNow, 3);
  for (const char* remaining : {"7", "5", "6"}) answered(pacer, kNow, remaining);
  EXPECT_EQ(pacer.readyAt(kNow, 5), kNow);
  EXPECT_EQ(pacer.readyAt(kNow, 6), kNow + kMinute);
}

TEST(Pacer, ReadsTheResetInEveryFormThatItMayHave) {
  for (const std::string& reset :
       {std::string("20"), std::to_string(kNow / 1000 + 20), std::to_string(kNow + 20000)}) {
    Pacer pacer;
    pacer.sent(kNow, 1);
    answered(pacer, kNow, "0", reset);
    EXPECT_EQ(pacer.readyAt(kNow, 1), kNow + 20000) << reset;
  }
}

TEST(Pacer, WaitsNeverLongerThanAWindow) {
  for (const char* reset : {"86400", "9999999999", "99999999999999"}) {
    Pacer pacer;
    pacer.sent(kNow, 1);
    answered(pacer, kNow, "0", reset);
    EXPECT_EQ(pacer.readyAt(kNow, 1), kNow + kMinute) << reset;
  }
}

TEST(Pacer, IgnoresHeadersThatSayNothingSensible) {
  for (const char* remaining : {"", "many", "-1", "1.5", "99999999999999999999"}) {
    Pacer pacer;
    pacer.sent(kNow, 1);
    answered(pacer, kNow, remaining, "soon");
    EXPECT_EQ(pacer.readyAt(kNow, 999), kNow) << remaining;
  }
}

TEST(Pacer, ForgetsAWindowThatAClockSetBackLeftFarAhead) {
  Pacer pacer;
  pacer.sent(kNow, 1000);
  const std::int64_t back = kNow - 365LL * 86400000;
  EXPECT_EQ(pacer.readyAt(back, 1), back);
}

TEST(RetryAfter, IsReadAsSeconds) {
  EXPECT_EQ(after("30"), 30000);
  EXPECT_EQ(after(" 30 "), 30000);
  EXPECT_EQ(after("0"), 0);
}

TEST(RetryAfter, IsReadAsADate) {
  EXPECT_EQ(after("Mon, 23 Nov 2026 10:00:45 GMT"), 45000);
  EXPECT_EQ(after("Mon, 23 Nov 2026 09:00:00 GMT"), 0);  // is in the past
}

TEST(RetryAfter, IsAtMostAnHour) {
  EXPECT_EQ(after("86400"), 3600000);
  EXPECT_EQ(after("9223372036854775807"), 3600000);
  EXPECT_EQ(after("Mon, 23 Nov 2076 10:00:00 GMT"), 3600000);
}

TEST(RetryAfter, IsAbsentWhereItIsNeither) {
  EXPECT_EQ(retryAfter(kNow, {}), std::nullopt);
  for (const char* value :
       {"", "soon", "-1", "1.5", "Mon, 23 Nov 2026 10:00:45 CET", "Mon, 23 anF 2026 10:00:45 GMT",
        "Mon, 99 Nov 2026 10:00:45 GMT", "2026-11-23T10:00:45Z"})
    EXPECT_EQ(after(value), std::nullopt) << value;
}

}  // namespace
}  // namespace ashby::test
