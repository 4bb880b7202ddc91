#include "json/tolerant_reader.hpp"

#include "ashby/answers.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

using integration::parseJson;
using testing::ElementsAre;
using testing::IsEmpty;

template <class T>
std::optional<T> read(const char* text) {
  T value;
  return TolerantReader().read(parseJson(text), value) ? std::optional(std::move(value)) : std::nullopt;
}

std::string missingFrom(const char* text) {
  Application application;
  TolerantReader reader;
  return reader.read(parseJson(text), application) ? "nothing" : reader.wrong();
}

TEST(TolerantReader, NeedsWhatMakesTheHireAlone) {
  EXPECT_TRUE(read<Application>(R"({"id":"a","status":"Hired","candidate":{"id":"c"}})"));
  EXPECT_EQ(missingFrom(R"({"status":"Hired","candidate":{"id":"c"}})"), "id");
  EXPECT_EQ(missingFrom(R"({"id":7,"status":"Hired","candidate":{"id":"c"}})"), "id");
  EXPECT_EQ(missingFrom(R"({"id":"a","status":null,"candidate":{"id":"c"}})"), "status");
  EXPECT_EQ(missingFrom(R"({"id":"a","status":"Hired","candidate":{"id":["c"]}})"), "candidate/id");
  EXPECT_EQ(missingFrom(R"({"id":"a","status":"Hired","candidate":"c"})"), "candidate");
  EXPECT_EQ(missingFrom(R"([])"), "");
}

// Pairs of an odd member and the path that the reader notes.
TEST(TolerantReader, LeavesAnOddMemberOutByItself) {
  const std::pair<const char*, const char*> cases[] = {
      {R"("updatedAt":1764460800000)", "updatedAt"},
      {R"("job":"Engineer")", "job"},
      {R"("job":{"id":"j","title":{}})", "job/title"},
      {R"("hiringTeam":{})", "hiringTeam"},
      {R"("hiringTeam":[{"role":{"name":"Hiring Manager"}}])", "hiringTeam/0/role"},
      {R"("hiringTeam":["Ada"])", "hiringTeam/0"},
      {R"("applicationHistory":[{"stageId":"s","enteredStageAt":1764460800000}])",
       "applicationHistory/0/enteredStageAt"},
      {R"("customFields":[{"id":5,"value":"x"}])", "customFields/0/id"},
      {R"("currentInterviewStage":[])", "currentInterviewStage"},
      {R"("openings":[{"id":"o","latestVersion":7}])", "openings/0/latestVersion"}};
  for (const auto& [member, noted] : cases) {
    const std::string text =
        R"({"id":"a","status":"Hired","candidate":{"id":"c","name":"Ada"},)" + std::string(member) + "}";
    const auto application = read<Application>(text.c_str());
    ASSERT_TRUE(application) << member;
    EXPECT_EQ(application->candidate.name, "Ada") << member;
    EXPECT_THAT(application->leftOut, ElementsAre(noted)) << member;
  }
}

TEST(TolerantReader, NotesInTheClosestStructThatHasRoom) {
  const auto application = read<Application>(
      R"({"id":"a","status":"Hired","candidate":{"id":"c"},
          "openings":[{"id":"o","latestVersion":{"employmentType":7,"locationIds":["l",8]}}]})");
  EXPECT_THAT(application->leftOut, IsEmpty());
  EXPECT_THAT(application->openings[0].latestVersion->leftOut,
              ElementsAre("employmentType", "locationIds/1"));
  EXPECT_THAT(application->openings[0].latestVersion->locationIds, ElementsAre("l"));
}

TEST(TolerantReader, TakesNullAndNothingForTheSame) {
  const auto candidate =
      read<Candidate>(R"({"name":null,"primaryPhoneNumber":null,"emailAddresses":null,"customFields":null})");
  EXPECT_EQ(candidate->name, std::nullopt);
  EXPECT_THAT(candidate->leftOut, IsEmpty());
}

TEST(TolerantReader, ReadsANumberThatIsWrittenAsText) {
  const auto amount = [](const std::string& value) {
    const auto salary = read<Salary>((R"({"currencyCode":"GBP","value":)" + value + "}").c_str());
    return salary->value ? salary->value->text : "none";
  };
  EXPECT_EQ(amount("85000"), "85000");
  EXPECT_EQ(amount(R"("85000")"), "85000");
  EXPECT_EQ(amount(R"("85000.50")"), "85000.50");
  EXPECT_EQ(amount(R"(" 85000 ")"), "85000");
  for (const char* none :
       {R"("tbd")", R"("85,000")", R"("")", R"("true")", R"("85000 GBP")", "true", "[85000]", "{}"})
    EXPECT_EQ(amount(none), "none") << none;
}

TEST(TolerantReader, NotesNoMoreThanSomebodyReads) {
  std::string items;
  for (int i = 0; i < 1000; ++i) items += i == 0 ? "7" : ",7";
  const std::string text = R"({"emailAddresses":[)" + items + "]}";
  EXPECT_EQ(read<Candidate>(text.c_str())->leftOut.size(), 50U);
}

}  // namespace
}  // namespace ashby::test
