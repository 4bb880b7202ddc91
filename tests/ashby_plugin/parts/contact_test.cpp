#include "ashby/mapping/contact.hpp"

#include "fields/clean_text.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CleanText, LosesWhatNobodySees) {
  EXPECT_EQ(cleanText("a\u202eb\u202c@x.example"), "ab@x.example");
  EXPECT_EQ(cleanText("\u2066a\u2069\u200e\u200f\u061c"), "a");
  EXPECT_EQ(cleanText("\ufeffa\u200bb\u2060c"), "abc");
  EXPECT_EQ(cleanText(std::string("a\0b\x1b\x7f", 5)), "ab");
  EXPECT_EQ(cleanText("a\u0085\u009f\u0080z"), "az");
  EXPECT_EQ(cleanText("\u00a0 \t\r\n a \u00a0"), "a");
  EXPECT_EQ(cleanText("\u00a0"), "");
}

TEST(CleanText, TrimsWhateverIsUnseen) {
  for (const char* unseen : {"\u2009", "\u202f", "\u3000", "\u2028", "\u2029", "\u1680", "\u205f", "\u00ad",
                             "\u200c", "\u200d", "\u034f", "\u180e", "\u3164", "\u115f", "\u0085"}) {
    EXPECT_EQ(cleanText(unseen + std::string("nadia") + unseen), "nadia") << std::string(unseen);
    EXPECT_EQ(cleanText(unseen), "") << std::string(unseen);
  }
}

// A variation selector belongs to the character before it, such as a family name's own glyph or an emoji's
// colour.
TEST(CleanText, KeepsTheSpellingOfTheLastCharacter) {
  for (const char* text : {"葛\U000e0100", "❤\ufe0f"}) EXPECT_EQ(cleanText(text), text);
  EXPECT_EQ(cleanText("nadia\ufe0f"), "nadia");
}

TEST(CleanText, KeepsWhatScriptsAndLinesNeed) {
  for (const char* text : {"Zoë Ångström", "می\u200cخواهم", "one\ntwo\tthree", "👩\u200d💻", "a\u00a0b"})
    EXPECT_EQ(cleanText(text), text);
}

TEST(PersonalContact, IsCleaned) {
  EXPECT_EQ(personalContact({{"\u202an@x.example\u202c ", "Personal", true}}, {}), "n@x.example");
  EXPECT_EQ(personalContact({{"\u200b", "Personal", true}, {"b@x.example", "Other", false}}, {}),
            "b@x.example");
}

TEST(EveryEmail, IsComparedWithoutUnseenSigns) {
  Candidate candidate;
  candidate.emailAddresses = {{"\u2009dup@home.example", "Personal", true},
                              {"d\u200cup@ho\u00adme.example\u3000", "Other", false}};
  EXPECT_THAT(everyEmail(candidate), ElementsAre("dup@home.example"));
}

TEST(EveryEmail, IsAllOfTheCandidatesOnce) {
  Candidate candidate;
  candidate.emailAddresses = {
      {" N.Okoye@Old.example", "Work", false},  {"nadia@x.example", "Personal", true},
      {"n.okoye@old.example ", "Other", false}, {"n.okoye+jobs@old.example", "Other", false},
      {std::nullopt, "Other", false},           {" ", "Other", false}};
  candidate.primaryEmailAddress = ContactInfo{"NADIA@x.example", "Personal", true};
  EXPECT_THAT(everyEmail(candidate),
              ElementsAre("nadia@x.example", "n.okoye@old.example", "n.okoye+jobs@old.example"));
  EXPECT_THAT(everyEmail({}), IsEmpty());
}

TEST(EmailIssue, IsNoneForWhatMayBeAnAddress) {
  for (const char* email : {"n@x.example", "n.okoye+jobs@mail.x.example", "o'brien@x.example",
                            "jürgen@bücher.example", "user_1%a@x-y.co.uk"})
    EXPECT_EQ(emailIssue("personalEmail", email), std::nullopt) << email;
}

TEST(EmailIssue, TellsOfSignsThatNobodySees) {
  for (const char* email :
       {"nad\u200cia@home.example", "nadia3@ho\u00adme.example", "nad\u2009ia@home.example",
        "na\u00a0dia@x.example", "nadia@home.example\u2009", "na\ufffddia@x.example", "nadia@x\ufffd.example",
        "na\u034fdia@x.example", "nadia@x\ufe0f.example", "n\u3164adia@x.example", "nadia@x.ex\u200dample",
        "nadia\u0085@x.example"})
    EXPECT_TRUE(emailIssue("personalEmail", email)) << email;
}

TEST(EmailIssue, WantsADomainOfLettersAndDigits) {
  for (const char* email : {"nadia@ho?me.example", "nadia@home!.example", "nadia@home_x.example",
                            "nadia@-home.example", "nadia@home-.example", "nadia@home.example/x",
                            "nadia@home’s.example", "nadia@home.example?subject=x"})
    EXPECT_TRUE(emailIssue("personalEmail", email)) << email;
  for (const char* email :
       {"nadia@उदाहरण.परीक्षा", "用户@例子.广告", "nadia@xn--bcher-kva.example", "n@3m.example"})
    EXPECT_EQ(emailIssue("personalEmail", email), std::nullopt) << email;
}

TEST(EmailIssue, TellsWhatIsNoAddress) {
  const std::string tooLong = std::string(65, 'a') + "@x.example";
  const std::string longer = "a@" + std::string(250, 'x') + ".example";
  for (const std::string& email :
       {std::string("nadia"), std::string("@x.example"), std::string("nadia@"),
        std::string("nadia@localhost"), std::string("na dia@x.example"), std::string("a@b@x.example"),
        std::string(".a@x.example"), std::string("a..b@x.example"), std::string("a@x..example"),
        std::string("a@.x.example"), std::string("a@x.example."), std::string("Nadia <n@x.example>"),
        std::string("a@x.example, b@x.example"), std::string("a@x.example\nb"), tooLong, longer}) {
    const auto issue = emailIssue("personalEmail", email);
    ASSERT_TRUE(issue) << email;
    EXPECT_EQ(issue->path, "personalEmail");
    EXPECT_EQ(issue->code, "invalid");
  }
}

}  // namespace
}  // namespace ashby::test
