#include "mapping/contact.hpp"

#include "mapping/clean_text.hpp"
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

TEST(CleanText, KeepsWhatScriptsAndLinesNeed) {
  for (const char* text : {"Zoë Ångström", "می\u200cخواهم", "one\ntwo\tthree", "👩\u200d💻", "a\u00a0b"})
    EXPECT_EQ(cleanText(text), text);
}

TEST(PersonalContact, IsCleaned) {
  EXPECT_EQ(personalContact({{"\u202an@x.example\u202c ", "Personal", true}}, {}), "n@x.example");
  EXPECT_EQ(personalContact({{"\u200b", "Personal", true}, {"b@x.example", "Other", false}}, {}),
            "b@x.example");
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
