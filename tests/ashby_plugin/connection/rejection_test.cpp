// Tests refused deliveries. Ashby never sends them again, so a reconciliation finds their content instead.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Rejection : public Connected {
 protected:
  int refuse() { return send(R"({"action":"ping"})", "a wrong secret"); }
};

TEST_F(Rejection, IsA401ForAMissingOrAWrongSignature) {
  EXPECT_EQ(refuse(), 401);
  EXPECT_EQ(send("POST", R"({"action":"ping"})", ""), 401);
  EXPECT_EQ(send("POST", R"({"action":"ping"})", "sha256=00"), 401);
}

TEST_F(Rejection, IsToldInTheActivityWithWhatToDo) {
  refuse();
  send("POST", "{}", "");
  const auto lines = activityOf("webhook", "rejected");
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0].reason + lines[1].reason, HasSubstr("wrong signature"));
  EXPECT_THAT(lines[0].reason + lines[1].reason, HasSubstr("enter the Secret Token"));
}

TEST_F(Rejection, TooLargeBodyIs413AndCausesAComparison) {
  pass(kMinute);
  const std::string id = hireUnseen();
  EXPECT_EQ(sendTooLarge("PUT"), 405);
  EXPECT_THAT(activityOf("webhook", "rejected"), IsEmpty());
  EXPECT_EQ(sendTooLarge("POST"), 413);
  EXPECT_EQ(sendTooLarge("POST"), 413);
  const auto lines = activityOf("webhook", "rejected");
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_EQ(lines[0].attempts, 2U);
  EXPECT_THAT(lines[0].reason, HasSubstr("4 MiB"));
  pass(kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
  disable();
  EXPECT_EQ(sendTooLarge("POST"), 403);
}

TEST_F(Rejection, IsNoAuthenticDelivery) {
  refuse();
  EXPECT_EQ(status().state, ConnectionState::waiting);
}

TEST_F(Rejection, MakesAComparisonDueWithinAMinute) {
  pass(kMinute);
  const std::string id = hireUnseen();
  refuse();
  EXPECT_LE(host.store.wakeAt(), host.clock.now() + kMinute);
  pass(kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(Rejection, MakesOneComparisonInTenMinutesAtMost) {
  pass(kMinute);
  refuse();
  pass(kMinute);
  const auto compared = ashby.calls("application.list");
  for (int i = 0; i < 8; ++i) {
    refuse();
    pass(kMinute);
  }
  EXPECT_EQ(ashby.calls("application.list"), compared);
  pass(kMinute);
  refuse();
  pass(kMinute);
  EXPECT_EQ(ashby.calls("application.list"), compared + 1);
}

TEST_F(Rejection, SharesALineAMinuteUpToAHundred) {
  refuse();
  const auto entries = host.store.entries().size();
  for (int i = 1; i < 100; ++i) refuse();
  EXPECT_EQ(host.store.entries().size(), entries);
  EXPECT_EQ(activityOf("webhook", "rejected").front().attempts, 100U);
  const auto commits = host.store.commits();
  for (int i = 0; i < 100; ++i) EXPECT_EQ(refuse(), 401);
  EXPECT_EQ(host.store.commits(), commits);
}

TEST_F(Rejection, HoldsNoWordOfTheBody) {
  send(R"({"action":"Nadia"})", "a wrong secret");
  EXPECT_THAT(dump(), Not(HasSubstr("Nadia")));
}

TEST_F(Rejection, PutsOffNoComparisonThatIsDueSooner) {
  sync();
  refuse();
  EXPECT_EQ(host.store.wakeAt(), host.clock.now());
}

}  // namespace
}  // namespace ashby::test
