// Tests the answers to "Why is X not here?" for an application id, an e-mail address and a name.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::HasSubstr;

class ImportExplanationTest : public Connected {};

TEST_F(ImportExplanationTest, SomebodyWhoIsNotHiredYetIsInAStage) {
  hire({{"hire", false}, {"offer", "pending"}, {"name", "Ada Lovelace"}, {"email", "ada@home.example"}});
  for (const char* q : {"ada@home.example", "Ada Lovelace", "lovelace"}) {
    const auto answer = why(q);
    EXPECT_TRUE(answer.found) << q;
    EXPECT_EQ(answer.state, "not_hired") << q;
    EXPECT_THAT(answer.reason, HasSubstr("Not marked as hired in Ashby")) << q;
  }
}

TEST_F(ImportExplanationTest, SomebodyWhoWasHiredBeforeTheConnectionImports) {
  hireUnseen({{"email", "ada@home.example"}, {"hiredAt", "2026-03-01T09:00:00.000Z"}});
  const auto answer = why("ada@home.example");
  EXPECT_EQ(answer.state, "too_early");
  EXPECT_THAT(answer.reason, HasSubstr("2026-03-01"));
  EXPECT_THAT(answer.reason, HasSubstr("catch-up"));
}

TEST_F(ImportExplanationTest, SomebodyWhomNoDeliveryHasToldOf) {
  const std::string id = hireUnseen({{"email", "ada@home.example"}});
  EXPECT_EQ(why("ada@home.example").state, "not_told");
  EXPECT_EQ(why(id).state, "not_told");
}

TEST_F(ImportExplanationTest, SomebodyOutsideOfTheScope) {
  configure(R"({"scope":{"departments":["Sales"]}})");
  hireUnseen({{"email", "ada@home.example"}});
  EXPECT_EQ(why("ada@home.example").state, "outside");
}

TEST_F(ImportExplanationTest, NobodyThatAshbyKnows) {
  EXPECT_FALSE(why("nobody@home.example").found);
  EXPECT_THAT(why("nobody@home.example").reason, HasSubstr("nobody of this e-mail"));
  EXPECT_THAT(why("Nobody At All").reason, HasSubstr("nobody of this name"));
  EXPECT_THAT(why("0f1e2d3c-0000-4000-8000-000000000000").reason,
              HasSubstr("does not show this application"));
}

class ExplanationOfNamesakes : public Connected {
 protected:
  ExplanationOfNamesakes() {
    import({{"name", "Joann Lee"}, { "email", "joann@home.example" }});
    hire({{"hire", false}, {"offer", "pending"}, {"name", "Ann Lee"}, {"email", "ann@home.example"}});
  }
  // Returns "name: state" for each person in the explanation.
  std::vector<std::string> told(const std::string& q) {
    std::vector<std::string> people;
    for (const auto& one : why(q).people) people.push_back(one.name.value_or("") + ": " + one.state);
    return people;
  }
};

TEST_F(ExplanationOfNamesakes, IsNotTakenForAPartOfTheName) {
  EXPECT_THAT(told("Ann Lee"), testing::ElementsAre("Ann Lee: not_hired"));
  EXPECT_EQ(why("Ann Lee").state, "not_hired");
}

TEST_F(ExplanationOfNamesakes, IsNotTakenForAPartOfTheAddress) {
  EXPECT_EQ(why("ann@home.example").state, "not_hired");
  EXPECT_EQ(why("ANN@home.example").state, "not_hired");
  EXPECT_EQ(why("joann@home.example").state, "staged");
  EXPECT_FALSE(why("home.example").found);
}

TEST_F(ExplanationOfNamesakes, IsNamedBesideTheOthersWhoFit) {
  EXPECT_THAT(told("Lee"), testing::UnorderedElementsAre("Joann Lee: staged", "Ann Lee: not_hired"));
  const auto answer = why("Lee");
  EXPECT_EQ(answer.state, "several");
  EXPECT_THAT(answer.reason, HasSubstr("Joann Lee: Among the new hires."));
  EXPECT_THAT(answer.reason, HasSubstr("Ann Lee: Not marked as hired in Ashby"));
  EXPECT_EQ(answer.people[0].hireId, hires()[0].id);
  EXPECT_EQ(answer.people[1].hireId, std::nullopt);
  EXPECT_TRUE(answer.people[1].applicationId);
}

TEST_F(ExplanationOfNamesakes, IsNotFoundByJobOrDepartmentOrALetter) {
  for (const char* q : {"Engineer", "Engineering", "L", "e", "Backend Engineer", "Le", "oann"})
    EXPECT_FALSE(why(q).found) << q;
}

TEST_F(ExplanationOfNamesakes, IsFoundHoweverTheNameIsWritten) {
  import({{"name", "Íris Díaz"}, { "email", "iris@home.example" }});
  import({{"name", "Özgür Groß"}, { "email", "oezguer@home.example" }});
  for (const char* q : {"  Joann   Lee ", "LEE, Joann", "lee joann"})
    EXPECT_THAT(told(q), testing::ElementsAre("Joann Lee: staged")) << q;
  for (const char* q : {"DÍAZ", "iris diaz", "Díaz, Íris", "I\xcc\x81ris"})
    EXPECT_THAT(told(q), testing::ElementsAre("Íris Díaz: staged")) << q;
  for (const char* q : {"özgür", "GROSS", "ozgur gross"})
    EXPECT_THAT(told(q), testing::ElementsAre("Özgür Groß: staged")) << q;
}

TEST_F(ExplanationOfNamesakes, IsToldThoughTheNameIsInAnotherOrderInAshby) {
  EXPECT_THAT(told("Lee, Ann"), testing::ElementsAre("Ann Lee: not_hired"));
}

// Ashby's search finds parts of names.
TEST_F(ImportExplanationTest, OfOneWhoIsNotHiredIsNotTakenForAnotherWhoIs) {
  hireUnseen(
      {{"name", "Joann Lee"}, {"email", "joann@home.example"}, {"hiredAt", "2026-03-01T09:00:00.000Z"}});
  hire({{"hire", false}, {"offer", "pending"}, {"name", "Ann Lee"}, {"email", "ann@home.example"}});
  EXPECT_EQ(why("Ann Lee").state, "not_hired");
  EXPECT_EQ(why("Joann Lee").state, "too_early");
}

TEST_F(ImportExplanationTest, IsAnsweredFromWhatIsHeldIfAshbyIsAway) {
  import({{ "name", "Joann Lee" }});
  ashby.reachable = false;
  EXPECT_EQ(why("joann lee").state, "staged");
}

TEST_F(ImportExplanationTest, IsSaidThatAshbyCouldNotBeAsked) {
  ashby.reachable = false;
  const auto answer = why("ada@home.example");
  EXPECT_FALSE(answer.found);
  EXPECT_THAT(answer.reason, HasSubstr("could not be asked"));
}

TEST_F(ImportExplanationTest, IsAnsweredFromWhatIsHeldWithoutAskingAshby) {
  const NewHire hire = import();
  discard(hire.id);
  const auto calls = ashby.calls();
  EXPECT_EQ(why("nadia.okoye@example.org").state, "discarded");
  EXPECT_EQ(why(hire.source.applicationId).state, "discarded");
  EXPECT_EQ(ashby.calls(), calls);
}

}  // namespace
}  // namespace ashby::test
