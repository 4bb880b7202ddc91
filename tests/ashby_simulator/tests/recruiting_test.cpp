#include <gmock/gmock.h>

#include "support.hpp"
#include "world/documents.hpp"

namespace ashby_simulator::test {
namespace {

class Recruits : public testing::Test {
 protected:
  void SetUp() override {
    ids = t.world.newHires.add({{"offer", "pending"}, {"hire", false}}, t.now);
    applicationId = textOf(ids, "applicationId");
    offerId = textOf(ids, "offerId");
    candidateId = textOf(ids, "candidateId");
    for (const char* type :
         {"applicationSubmit", "applicationUpdate", "candidateHire", "candidateStageChange", "candidateMerge",
          "candidateDelete", "offerCreate", "offerUpdate", "offerDelete"}) {
      t.webhook(type);
    }
  }

  std::vector<std::string> actions() {
    std::vector<std::string> names;
    for (const Json& body : t.deliver()) names.push_back(textOf(body, "action"));
    return names;
  }

  Json application() { return t.results("application.info", {{"applicationId", applicationId}}); }

  TestWorld t;
  Json ids;
  std::string applicationId, offerId, candidateId;
};

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(Recruits, AcceptingTheOfferHires) {
  t.world.recruiting.acceptOffer(offerId, t.now);
  EXPECT_EQ(application().at("status"), "Hired");
  EXPECT_THAT(actions(),
              ElementsAre("offerUpdate", "candidateHire", "candidateStageChange", "applicationUpdate"));
  const Json offer = t.results("offer.list", Json::object()).at(0);
  EXPECT_EQ(offer.at("offerStatus"), "CandidateAccepted");
  EXPECT_EQ(offer.at("decidedAt"), isoTime(kNow));
}

TEST_F(Recruits, AcceptingMayLeaveTheHireForLater) {
  t.world.recruiting.advanceOnOfferAccepted = false;
  t.world.recruiting.acceptOffer(offerId, t.now);
  EXPECT_EQ(application().at("status"), "Active");
  EXPECT_THAT(actions(), ElementsAre("offerUpdate"));
}

TEST_F(Recruits, HistoryTellsWhenEachStageWasEnteredAndLeft) {
  t.now += 5000;
  t.world.recruiting.hire(applicationId, t.now);
  const Json hired = application();
  const Json& history = hired.at("applicationHistory");
  ASSERT_EQ(history.size(), 3U);
  EXPECT_EQ(history.at(2).at("stageId"), hired.at("currentInterviewStage").at("id"));
  EXPECT_EQ(history.at(2).at("enteredStageAt"), isoTime(kNow + 5000));
  EXPECT_EQ(history.at(2).at("stageNumber"), 2);
  EXPECT_FALSE(history.at(2).contains("leftStageAt"));
  EXPECT_EQ(history.at(1).at("leftStageAt"), isoTime(kNow + 5000));
}

TEST_F(Recruits, HiringTwiceIsOneEvent) {
  t.world.recruiting.hire(applicationId, t.now);
  t.world.recruiting.hire(applicationId, t.now);
  EXPECT_THAT(actions(), ElementsAre("candidateHire", "candidateStageChange", "applicationUpdate"));
}

TEST_F(Recruits, UnhiringIsAStageChange) {
  t.world.recruiting.hire(applicationId, t.now);
  t.deliver();
  t.world.recruiting.unhire(applicationId, t.now);
  EXPECT_EQ(application().at("status"), "Active");
  EXPECT_THAT(actions(), ElementsAre("candidateStageChange", "applicationUpdate"));
}

TEST_F(Recruits, ArchivingSetsReasonAndTimeAndHiringClearsThem) {
  t.world.recruiting.archive(applicationId, "Withdrew", t.now);
  EXPECT_EQ(application().at("status"), "Archived");
  EXPECT_EQ(application().at("archivedAt"), isoTime(kNow));
  EXPECT_EQ(application().at("archiveReason").at("text"), "Withdrew");
  t.world.recruiting.hire(applicationId, t.now);
  EXPECT_FALSE(application().contains("archivedAt"));
  EXPECT_TRUE(application().at("archiveReason").is_null());
}

TEST_F(Recruits, EditsAndTransfersOfApplicationsAreUpdates) {
  const std::string before = textOf(application(), "updatedAt");
  t.world.recruiting.editApplication(applicationId, {{"source", {{"title", "Referral"}}}}, t.now);
  t.world.recruiting.transfer(applicationId, t.world.organization.addJob({{"title", "Designer"}}, t.now),
                              t.now);
  EXPECT_THAT(actions(), ElementsAre("applicationUpdate", "applicationUpdate"));
  EXPECT_EQ(application().at("job").at("title"), "Designer");
  EXPECT_LT(before, textOf(application(), "updatedAt"));
}

TEST_F(Recruits, EditsOfCandidatesAndJobsReachNoWebhook) {
  t.world.recruiting.editCandidate(candidateId, {{"name", "Nadia Okoye-Brown"}}, t.now);
  t.world.organization.editJob(textOf(ids, "jobId"), {{"status", "Closed"}}, t.now);
  EXPECT_THAT(actions(), IsEmpty());
  EXPECT_EQ(application().at("candidate").at("name"), "Nadia Okoye-Brown");
}

TEST_F(Recruits, AMergeLeavesTheSurvivorWithTheApplications) {
  const std::string survivor = t.world.recruiting.addCandidate({{"name", "N. Okoye"}}, t.now);
  t.world.recruiting.mergeCandidates(survivor, candidateId, t.now);
  EXPECT_EQ(application().at("candidate").at("id"), survivor);
  EXPECT_EQ(t.errorCode("candidate.info", {{"id", candidateId}}), "candidate_not_found");
  const Json merged = t.results("candidate.info", {{"id", survivor}});
  EXPECT_EQ(merged.at("applicationIds"), Json::array({applicationId}));
  EXPECT_EQ(merged.at("primaryEmailAddress").at("value"), "nadia.okoye@example.org");
  EXPECT_THAT(actions(), ElementsAre("candidateMerge"));
}

TEST_F(Recruits, DeletedCandidateTakesApplicationsAndOffers) {
  t.world.recruiting.deleteCandidate(candidateId, t.now);
  EXPECT_EQ(t.errorCode("application.info", {{"applicationId", applicationId}}), "application_not_found");
  EXPECT_EQ(t.errorCode("offer.info", {{"offerId", offerId}}), "offer_not_found");
  EXPECT_THAT(actions(), ElementsAre("candidateDelete"));
}

TEST_F(Recruits, AnAnonymizedCandidateIsARecordWithoutAPerson) {
  t.world.recruiting.editCandidate(
      candidateId,
      {{"company", "Old Job Ltd"},
       {"socialLinks", Json::array({{{"type", "LinkedIn"}, {"url", "https://l"}}})}},
      t.now);
  const std::string before = textOf(t.results("candidate.info", {{"id", candidateId}}), "updatedAt");
  t.world.recruiting.anonymizeCandidate(candidateId, t.now);
  const Json candidate = t.results("candidate.info", {{"id", candidateId}});
  EXPECT_EQ(candidate.at("name"), "Anonymized Candidate");
  for (const char* list : {"emailAddresses", "phoneNumbers", "socialLinks", "customFields"})
    EXPECT_THAT(candidate.at(list), IsEmpty()) << list;
  EXPECT_FALSE(candidate.contains("company"));
  EXPECT_LT(before, textOf(candidate, "updatedAt"));
  EXPECT_EQ(application().at("candidate").at("name"), "Anonymized Candidate");
  EXPECT_FALSE(application().at("candidate").contains("primaryEmailAddress"));
  EXPECT_THAT(actions(), IsEmpty());
}

TEST_F(Recruits, HiringTeamsOfApplicationAndJobStandApart) {
  const auto team = [&](const char* firstName) -> Json {
    return {{"hiringTeam",
             Json::array({{{"userId", t.world.organization.addUser({{"firstName", firstName}}, t.now)},
                           {"role", "Hiring Manager"}}})}};
  };
  t.world.organization.editJob(textOf(ids, "jobId"), team("Omar"), t.now);
  EXPECT_THAT(application().at("hiringTeam"), IsEmpty());
  t.world.recruiting.editApplication(applicationId, team("Petra"), t.now);
  EXPECT_EQ(application().at("hiringTeam").at(0).at("firstName"), "Petra");
  const Json job = t.results("job.info", {{"id", ids.at("jobId")}});
  EXPECT_EQ(job.at("hiringTeam").at(0).at("firstName"), "Omar");
}

TEST_F(Recruits, OpeningsAreShownToWhoeverExpandsThem) {
  const Json opening = {{"id", "o-1"},
                        {"latestVersion", {{"locationIds", {"l-1"}}, {"employmentType", "PartTime"}}}};
  t.world.recruiting.editApplication(applicationId, {{"openings", Json::array({opening})}}, t.now);
  EXPECT_FALSE(application().contains("openings"));
  const Json shown =
      t.results("application.info", {{"applicationId", applicationId}, {"expand", {"openings"}}})
          .at("openings");
  EXPECT_EQ(shown.at(0).at("id"), "o-1");
  EXPECT_EQ(shown.at(0).at("latestVersion").at("employmentType"), "PartTime");
  EXPECT_THAT(shown.at(0).at("latestVersion").at("hiringTeam"), IsEmpty());
}

TEST_F(Recruits, PrivateFieldsNeedTheKeysToggle) {
  const Json fields =
      Json::array({{{"id", "f-1"}, {"value", "x"}, {"isPrivate", true}}, {{"id", "f-2"}, {"value", "y"}}});
  t.world.recruiting.editCandidate(candidateId, {{"customFields", fields}}, t.now);
  t.world.recruiting.editApplication(applicationId, {{"customFields", fields}}, t.now);
  t.world.organization.editJob(textOf(ids, "jobId"), {{"customFields", fields}}, t.now);
  t.world.organization.addCustomField({{"isPrivate", true}}, t.now);
  const auto shown = [&] {
    return std::vector<std::size_t>{
        t.results("candidate.info", {{"id", candidateId}}).at("customFields").size(),
        application().at("customFields").size(),
        t.results("job.info", {{"id", ids.at("jobId")}}).at("customFields").size(),
        t.results("customField.list", Json::object()).size()};
  };
  EXPECT_THAT(shown(), ElementsAre(1, 1, 1, 0));
  t.key->privateFields = true;
  EXPECT_THAT(shown(), ElementsAre(2, 2, 2, 1));
}

TEST_F(Recruits, OffersAccumulateVersions) {
  t.world.recruiting.addOfferVersion(offerId, {{"startDate", "2027-02-01"}}, t.now);
  const Json offer = t.results("offer.info", {{"offerId", offerId}});
  EXPECT_EQ(offer.at("versions").size(), 2U);
  EXPECT_EQ(offer.at("latestVersion").at("startDate"), "2027-02-01");
  EXPECT_EQ(offer.at("latestVersion"), offer.at("versions").at(1));
}

TEST_F(Recruits, ANewOfferVersionAsksForApprovalAgain) {
  const auto approval = [&] {
    const Json offer = t.results("offer.info", {{"offerId", offerId}});
    return offer.at("latestVersion").at("approvalStatus");
  };
  t.world.recruiting.addOfferVersion(offerId, Json::object(), t.now);
  EXPECT_TRUE(approval().is_null());
  t.world.recruiting.decideApproval(offerId, "Approved", t.now);
  t.world.recruiting.addOfferVersion(offerId, Json::object(), t.now);
  EXPECT_EQ(approval(), "WaitingOnApprovals");
}

TEST_F(Recruits, EachStepOfAnOfferIsAnEvent) {
  const std::string offer = t.world.recruiting.makeOffer(applicationId, Json::object(), t.now);
  t.world.recruiting.sendOffer(offer, t.now);
  t.world.recruiting.declineOffer(offer, t.now);
  t.world.recruiting.cancelOffer(offer, t.now);
  t.world.recruiting.deleteOffer(offer, t.now);
  EXPECT_THAT(actions(),
              ElementsAre("offerCreate", "offerUpdate", "offerUpdate", "offerUpdate", "offerDelete"));
}

TEST_F(Recruits, RefuseWhatTheyDoNotKnow) {
  using documents::ActionError;
  EXPECT_THROW(t.world.recruiting.hire("nobody", t.now), ActionError);
  EXPECT_THROW(t.world.recruiting.editCandidate(candidateId, {{"nmae", "x"}}, t.now), ActionError);
  EXPECT_THROW(t.world.recruiting.editApplication(applicationId, {{"status", "Hired"}}, t.now), ActionError);
  EXPECT_THROW(t.world.newHires.add({{"salery", 1}}, t.now), ActionError);
  EXPECT_THAT(actions(), IsEmpty());
}

TEST(NewHires, OfOneJobAndDepartmentShareThem) {
  TestWorld t;
  const Json one = t.world.newHires.add({{"team", "Platform"}}, t.now);
  const Json two = t.world.newHires.add({{"team", "Platform"}, {"name", "Björn"}}, t.now);
  EXPECT_EQ(one.at("jobId"), two.at("jobId"));
  const Json job = t.results("job.info", {{"id", one.at("jobId")}});
  EXPECT_EQ(job.at("departmentId"), one.at("teamId"));
  const Json team = t.results("department.info", {{"departmentId", one.at("teamId")}});
  EXPECT_EQ(team.at("parentId"), one.at("departmentId"));
}

TEST(NewHires, OfThePastLieInThePast) {
  TestWorld t;
  const Json ids = t.world.newHires.add({{"hiredAt", "2023-05-01"}}, t.now);
  const Json application = t.results("application.info", {{"applicationId", ids.at("applicationId")}});
  EXPECT_EQ(application.at("applicationHistory").back().at("enteredStageAt"), "2023-05-01T00:00:00.000Z");
  EXPECT_EQ(textOf(application, "updatedAt").substr(0, 10), "2023-05-01");
}

TEST(World, OfTheSameSeedGivesTheSameBytes) {
  const auto story = [](std::uint64_t seed) {
    World world(seed);
    world.api.keys.add("test", ApiKeys::readScopes(), kKey, kNow);
    world.newHires.add(world.newHires.invented(1), kNow);
    return world.answer(post("application.list", Json::object()), kNow).body;
  };
  EXPECT_EQ(story(7), story(7));
  EXPECT_NE(story(7), story(8));
}

}  // namespace
}  // namespace ashby_simulator::test
