#include <gmock/gmock.h>

#include "support.hpp"
#include "world/documents.hpp"

namespace ashby_simulator::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> namesIn(const Json& results, const char* field = "name") {
  std::vector<std::string> names;
  for (const Json& one : results) names.push_back(textOf(one, field));
  return names;
}

TEST(CandidateSearch, FindsAnyAddressInAnyCaseAndNoPartOfOne) {
  TestWorld t;
  t.world.recruiting.addCandidate(
      {{"name", "Nadia"},
       {"emailAddresses",
        Json::array({{{"value", "n@example.org"}, {"type", "Personal"}, {"isPrimary", true}},
                     {{"value", "Nadia@Old.example"}, {"type", "Work"}, {"isPrimary", false}}})}},
      t.now);
  EXPECT_THAT(namesIn(t.results("candidate.search", {{"email", "nadia@old.EXAMPLE"}})), ElementsAre("Nadia"));
  EXPECT_THAT(t.results("candidate.search", {{"email", "adia@old.example"}}), IsEmpty());
}

TEST(CandidateSearch, TakesPartOfANameAndBothConditionsTogether) {
  TestWorld t;
  t.world.recruiting.addCandidate({{"name", "Nadia Okoye"}, {"email", "a@example.org"}}, t.now);
  t.world.recruiting.addCandidate({{"name", "Chidi Okoye"}, {"email", "b@example.org"}}, t.now);
  EXPECT_THAT(namesIn(t.results("candidate.search", {{"name", "OKO"}})),
              ElementsAre("Nadia Okoye", "Chidi Okoye"));
  EXPECT_THAT(namesIn(t.results("candidate.search", {{"name", "okoye"}, {"email", "b@example.org"}})),
              ElementsAre("Chidi Okoye"));
}

TEST(CandidateSearch, NeedsACondition) {
  TestWorld t;
  EXPECT_EQ(t.errorCode("candidate.search", Json::object()), "invalid_input");
}

TEST(CandidateSearch, AnswersAHundredAtMost) {
  TestWorld t;
  for (int i = 0; i < 101; ++i) t.world.recruiting.addCandidate({{"name", "Same"}}, t.now);
  EXPECT_EQ(t.results("candidate.search", {{"name", "Same"}}).size(), 100U);
}

TEST(CandidateSearch, HidesCandidatesOfConfidentialJobsOnly) {
  TestWorld t;
  t.world.newHires.add({{"confidential", true}}, t.now);
  EXPECT_THAT(t.results("candidate.search", {{"name", "Nadia"}}), IsEmpty());
  t.key->confidential = true;
  EXPECT_EQ(t.results("candidate.search", {{"name", "Nadia"}}).size(), 1U);
}

TEST(JobList, LeavesOutDraftsUntilTheyAreAskedFor) {
  TestWorld t;
  for (const char* status : {"Draft", "Open", "Closed", "Archived"})
    t.world.organization.addJob({{"title", status}, {"status", status}}, t.now);
  EXPECT_THAT(namesIn(t.results("job.list", Json::object()), "title"),
              ElementsAre("Open", "Closed", "Archived"));
  EXPECT_THAT(namesIn(t.results("job.list", {{"status", {"Draft", "Closed"}}}), "title"),
              ElementsAre("Draft", "Closed"));
  EXPECT_EQ(t.call("job.list", {{"status", {"Open"}}, {"limit", 1}}).at("moreDataAvailable"), false);
}

TEST(JobList, HidesConfidentialJobs) {
  TestWorld t;
  t.world.organization.addJob({{"confidential", true}}, t.now);
  EXPECT_THAT(t.results("job.list", Json::object()), IsEmpty());
  t.key->confidential = true;
  EXPECT_EQ(t.results("job.list", Json::object()).size(), 1U);
}

TEST(JobList, ItemsAreWhatJobInfoAnswers) {
  TestWorld t;
  const Json ids = t.world.newHires.add({{"location", "London HQ"}}, t.now);
  const Json expand = Json::array({"location", "openings"});
  EXPECT_EQ(t.results("job.list", {{"expand", expand}}).at(0),
            t.results("job.info", {{"id", ids.at("jobId")}, {"expand", expand}}));
}

TEST(LocationList, HasRegionsAndArchivedOnlyOnRequest) {
  TestWorld t;
  t.world.organization.addLocation({{"name", "London"}}, t.now);
  t.world.organization.addLocation({{"name", "Europe"}, {"type", "LocationHierarchy"}}, t.now);
  t.world.organization.addLocation({{"name", "Closed office"}, {"isArchived", true}}, t.now);
  EXPECT_THAT(namesIn(t.results("location.list", Json::object())), ElementsAre("London"));
  EXPECT_THAT(namesIn(t.results("location.list", {{"includeLocationHierarchy", true}})),
              ElementsAre("London", "Europe"));
  EXPECT_THAT(namesIn(t.results("location.list", {{"includeArchived", true}})),
              ElementsAre("London", "Closed office"));
}

class FileInfo : public testing::Test {
 protected:
  static Json file(const std::string& handle) {
    return {{"id", handle + "-id"}, {"name", "offer letter.pdf"}, {"handle", handle}};
  }
  void hire(bool confidential) {
    t.world.newHires.add({{"confidential", confidential},
                          {"candidateFields", {{"resumeFileHandle", file("cv")}}},
                          {"applicationFields", {{"resumeFileHandle", file("applied-with")}}},
                          {"offerFields", {{"fileHandles", Json::array({file("signed")})}}}},
                         t.now);
  }
  TestWorld t;
};

TEST_F(FileInfo, AnswersALinkOfTheMomentForEveryKindOfFile) {
  hire(false);
  for (const char* handle : {"cv", "applied-with", "signed"}) {
    const std::string url = textOf(t.results("file.info", {{"fileHandle", handle}}), "url");
    EXPECT_THAT(url, testing::StartsWith("https://"));
    EXPECT_THAT(url, HasSubstr("/offer%20letter.pdf?"));
    t.now += 60'000;
    EXPECT_NE(textOf(t.results("file.info", {{"fileHandle", handle}}), "url"), url);
  }
}

TEST_F(FileInfo, KnowsNoOtherHandle) {
  hire(false);
  EXPECT_EQ(t.errorCode("file.info", {{"fileHandle", "nothing"}}), "file_not_found");
  EXPECT_EQ(t.errorCode("file.info", {{"fileHandle", ""}}), "file_not_found");
  EXPECT_EQ(t.errorCode("file.info", Json::object()), "invalid_input");
}

TEST_F(FileInfo, HidesFilesOfConfidentialJobs) {
  hire(true);
  for (const char* handle : {"cv", "applied-with", "signed"}) {
    EXPECT_EQ(t.errorCode("file.info", {{"fileHandle", handle}}), "file_not_found") << handle;
  }
}

TEST(NewHires, TakeTheJobsAndTheLocationsOwnFields) {
  TestWorld t;
  const std::string userId = t.world.organization.addUser({{"firstName", "Omar"}}, t.now);
  const Json hire = {{"location", "Berlin"},
                     {"jobFields",
                      {{"employmentType", "PartTime"},
                       {"customFields", Json::array({{{"id", "f"}, {"title", "Grade"}, {"value", "L4"}}})},
                       {"hiringTeam", Json::array({{{"userId", userId}, {"role", "Hiring Manager"}}})}}},
                     {"locationFields",
                      {{"workplaceType", "Remote"},
                       {"isRemote", true},
                       {"address", {{"postalAddress", {{"addressCountry", "Germany"}}}}}}}};
  const Json ids = t.world.newHires.add(hire, t.now);
  const Json job = t.results("job.info", {{"id", ids.at("jobId")}, {"expand", Json::array({"location"})}});
  EXPECT_EQ(job.at("employmentType"), "PartTime");
  EXPECT_EQ(job.at("customFields").at(0).at("value"), "L4");
  EXPECT_EQ(job.at("location").at("workplaceType"), "Remote");
  EXPECT_EQ(job.at("location").at("address").at("postalAddress").at("addressCountry"), "Germany");
  EXPECT_EQ(job.at("hiringTeam").at(0).at("firstName"), "Omar");

  EXPECT_EQ(t.world.newHires.add(hire, t.now).at("jobId"), ids.at("jobId"));
  Json other = hire;
  other["jobFields"]["employmentType"] = "Contract";
  EXPECT_NE(t.world.newHires.add(other, t.now).at("jobId"), ids.at("jobId"));
}

TEST(NewHires, RefuseUnknownFieldsOfJobsAndLocations) {
  TestWorld t;
  t.world.newHires.add({{"location", "Berlin"}}, t.now);
  EXPECT_THROW(t.world.newHires.add({{"jobFields", {{"salery", 1}}}}, t.now), documents::ActionError);
  EXPECT_THROW(t.world.newHires.add({{"location", "Berlin"}, {"locationFields", {{"adress", "x"}}}}, t.now),
               documents::ActionError);
  EXPECT_THROW(t.world.newHires.add({{"locationFields", {{"isRemote", true}}}}, t.now),
               documents::ActionError);
}

TEST(NewHires, TakeAWholeListOfAddressesInPlaceOfTheOne) {
  TestWorld t;
  const Json list = Json::array({{{"value", "a@example.org"}, {"type", "Other"}, {"isPrimary", true}}});
  const Json ids = t.world.newHires.add(
      {{"candidateFields", {{"emailAddresses", list}, {"phoneNumbers", Json::array()}}}}, t.now);
  const Json candidate = t.results("candidate.info", {{"id", ids.at("candidateId")}});
  EXPECT_EQ(candidate.at("emailAddresses"), list);
  EXPECT_THAT(candidate.at("phoneNumbers"), IsEmpty());
}

}  // namespace
}  // namespace ashby_simulator::test
