#include "accounts/sessions.hpp"

#include "host_data/data_fixture.hpp"

namespace host_stub {
namespace {

using integration::Code;

class SessionsTest : public testing::Test {
 protected:
  DataFolder folder_;
  Users users_{folder_.path()};
  Sessions sessions_{folder_.path()};
  const UserAdded ada_ = users_.add("main", "Ada", Role::hr, 1000);
};

TEST_F(SessionsTest, ASessionSaysWhoseItIs) {
  const auto user = sessions_.userOf(sessions_.begin(ada_.user.id, 1000), 2000);
  ASSERT_TRUE(user);
  EXPECT_EQ(user->id, ada_.user.id);
  EXPECT_EQ(user->company, "main");
  EXPECT_EQ(user->name, "Ada");
  EXPECT_EQ(user->role, Role::hr);
}

TEST_F(SessionsTest, ASessionEndsAfterTwelveHours) {
  const std::string token = sessions_.begin(ada_.user.id, 1000);
  // Uses it just often enough for it not to end earlier.
  for (std::int64_t age = 0; age < Sessions::kSessionMs; age += Sessions::kIdleMs)
    EXPECT_TRUE(sessions_.userOf(token, 1000 + age));
  EXPECT_TRUE(sessions_.userOf(token, 1000 + Sessions::kSessionMs - 1));
  EXPECT_FALSE(sessions_.userOf(token, 1000 + Sessions::kSessionMs));
}

TEST_F(SessionsTest, ASessionThatNobodyUsesEndsEarlier) {
  const std::string token = sessions_.begin(ada_.user.id, 1000);
  const std::int64_t lastUse = 1000 + Sessions::kIdleMs, tooLate = lastUse + Sessions::kIdleMs + 1;
  EXPECT_TRUE(sessions_.userOf(token, lastUse));
  EXPECT_FALSE(sessions_.userOf(token, tooLate));
  EXPECT_FALSE(sessions_.userOf(token, tooLate)) << "the failed use must not revive it";
  EXPECT_EQ(sessions_.endedUserOf(token, tooLate)->id, ada_.user.id) << "its user must still be known";
}

TEST_F(SessionsTest, ASessionIsKnownForAWeekAfterItsEnd) {
  const std::int64_t end = 1000 + Sessions::kSessionMs;
  const std::string token = sessions_.begin(ada_.user.id, 1000),
                    signedOut = sessions_.begin(ada_.user.id, 1000);
  sessions_.end(signedOut);
  EXPECT_FALSE(sessions_.endedUserOf(token, end - 1));
  sessions_.begin(ada_.user.id, end + Sessions::kEndedMs - 1);  // forgets sessions that ended a week ago
  ASSERT_TRUE(sessions_.endedUserOf(token, end));
  EXPECT_EQ(sessions_.endedUserOf(token, end + Sessions::kEndedMs - 1)->id, ada_.user.id);
  EXPECT_FALSE(sessions_.userOf(token, end));
  EXPECT_FALSE(sessions_.endedUserOf(token, end + Sessions::kEndedMs));
  EXPECT_FALSE(sessions_.endedUserOf(signedOut, end));
  EXPECT_FALSE(sessions_.endedUserOf("", end));
}

TEST_F(SessionsTest, EndingASessionLeavesOthersAlone) {
  const std::string here = sessions_.begin(ada_.user.id, 1000), there = sessions_.begin(ada_.user.id, 1000);
  sessions_.end(here);
  EXPECT_FALSE(sessions_.userOf(here, 1001));
  EXPECT_TRUE(sessions_.userOf(there, 1001));
}

TEST_F(SessionsTest, AllOfAUserEndTogether) {
  const std::string bob = sessions_.begin(users_.add("main", "Bob", Role::hr, 1000).user.id, 1000);
  const std::string here = sessions_.begin(ada_.user.id, 1000), there = sessions_.begin(ada_.user.id, 1000);
  sessions_.endAllOf(here);
  EXPECT_FALSE(sessions_.userOf(here, 1001));
  EXPECT_FALSE(sessions_.userOf(there, 1001));
  EXPECT_TRUE(sessions_.userOf(bob, 1001));
}

TEST_F(SessionsTest, AUserWhoIsRemovedIsSignedOutAtOnce) {
  const std::string token = sessions_.begin(ada_.user.id, 1000);
  const std::string link = sessions_.newLink("main", "Ada", 1000);
  users_.remove("main", "Ada");
  EXPECT_FALSE(sessions_.userOf(token, 1001));
  EXPECT_FALSE(sessions_.takeLink(link, 1001));
  EXPECT_EQ(codeOf([&] { sessions_.begin(ada_.user.id, 1001); }), Code::notFound);
}

TEST_F(SessionsTest, ALinkSignsInOnce) {
  const std::string link = sessions_.newLink("main", "Ada", 1000);
  const auto user = sessions_.takeLink(link, 2000);
  ASSERT_TRUE(user);
  EXPECT_EQ(user->id, ada_.user.id);
  EXPECT_FALSE(sessions_.takeLink(link, 2000));
}

TEST_F(SessionsTest, ALinkEndsAfterADay) {
  EXPECT_FALSE(sessions_.takeLink(sessions_.newLink("main", "Ada", 1000), 1000 + Sessions::kLinkMs));
}

TEST_F(SessionsTest, ALinkIsOnlyForSomebodyOfTheCompany) {
  EXPECT_EQ(codeOf([&] { sessions_.newLink("rival", "Ada", 1000); }), Code::notFound);
}

TEST_F(SessionsTest, OnlyHashesOfSessionsAndLinksAreKept) {
  const std::string token = sessions_.begin(ada_.user.id, 1000),
                    link = sessions_.newLink("main", "Ada", 1000);
  EXPECT_EQ(folder_.everything().find(token), std::string::npos);
  EXPECT_EQ(folder_.everything().find(link), std::string::npos);
}

TEST_F(SessionsTest, UsersOfTheFirstVersionStayAndCanSignIn) {
  DataFolder firstVersion;
  std::string token;
  {
    Users users(firstVersion.path());
    token = users.add("main", "Grace", Role::owner, 1000).token;
    SqlSession(firstVersion / "users.db")
        .script("DROP TABLE sessions; DROP TABLE sign_in_links; PRAGMA user_version=1");
  }
  Users users(firstVersion.path());
  Sessions sessions(firstVersion.path());
  const auto grace = users.authenticate(token);
  ASSERT_TRUE(grace);
  EXPECT_TRUE(sessions.userOf(sessions.begin(grace->id, 1000), 1001));
}

}  // namespace
}  // namespace host_stub
