// "Why is X not here?", of an application id, an e-mail or a name.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::HasSubstr;

class WhyNot : public Connected {};

TEST_F(WhyNot, SomebodyWhoIsNotHiredYetIsInAStage) {
  hire({{"hire", false}, {"offer", "pending"}, {"name", "Ada Lovelace"}, {"email", "ada@home.example"}});
  for (const char* q : {"ada@home.example", "Ada Lovelace", "lovelace"}) {
    const auto answer = why(q);
    EXPECT_TRUE(answer.found) << q;
    EXPECT_EQ(answer.state, "not_hired") << q;
    EXPECT_THAT(answer.reason, HasSubstr("does not mark it as hired")) << q;
  }
}

TEST_F(WhyNot, SomebodyWhoWasHiredBeforeTheConnectionImports) {
  hireUnseen({{"email", "ada@home.example"}, {"hiredAt", "2026-03-01T09:00:00.000Z"}});
  const auto answer = why("ada@home.example");
  EXPECT_EQ(answer.state, "too_early");
  EXPECT_THAT(answer.reason, HasSubstr("2026-03-01"));
  EXPECT_THAT(answer.reason, HasSubstr("catch-up"));
}

TEST_F(WhyNot, SomebodyWhomNoDeliveryHasToldOf) {
  const std::string id = hireUnseen({{"email", "ada@home.example"}});
  EXPECT_EQ(why("ada@home.example").state, "not_told");
  EXPECT_EQ(why(id).state, "not_told");
}

TEST_F(WhyNot, SomebodyOutsideOfTheScope) {
  configure(R"({"scope":{"departments":["Sales"]}})");
  hireUnseen({{"email", "ada@home.example"}});
  EXPECT_EQ(why("ada@home.example").state, "outside");
}

TEST_F(WhyNot, NobodyThatAshbyKnows) {
  EXPECT_FALSE(why("nobody@home.example").found);
  EXPECT_THAT(why("nobody@home.example").reason, HasSubstr("nobody of this e-mail"));
  EXPECT_THAT(why("Nobody At All").reason, HasSubstr("nobody of this name"));
  EXPECT_THAT(why("0f1e2d3c-0000-4000-8000-000000000000").reason,
              HasSubstr("does not show this application"));
}

TEST_F(WhyNot, IsSaidThatAshbyCouldNotBeAsked) {
  ashby.reachable = false;
  const auto answer = why("ada@home.example");
  EXPECT_FALSE(answer.found);
  EXPECT_THAT(answer.reason, HasSubstr("could not be asked"));
}

TEST_F(WhyNot, IsAnsweredFromWhatIsHeldWithoutAskingAshby) {
  const NewHire hire = import();
  discard(hire.id);
  const auto calls = ashby.calls();
  EXPECT_EQ(why("nadia.okoye@example.org").state, "discarded");
  EXPECT_EQ(why(hire.source.applicationId).state, "discarded");
  EXPECT_EQ(ashby.calls(), calls);
}

}  // namespace
}  // namespace ashby::test
