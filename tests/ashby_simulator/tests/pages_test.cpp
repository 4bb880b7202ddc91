#include <gmock/gmock.h>

#include "support.hpp"

namespace ashby_simulator::test {
namespace {

std::vector<std::string> idsOf(const Json& page) {
  std::vector<std::string> ids;
  for (const Json& item : page.at("results")) ids.push_back(textOf(item, "id"));
  return ids;
}

/// Returns the results of all pages together.
Json everyPage(TestWorld& t, const std::string& endpoint, Json parameters) {
  Json all = t.call(endpoint, parameters);
  while (all.at("moreDataAvailable") == true) {
    parameters["cursor"] = all.at("nextCursor");
    const Json next = t.call(endpoint, parameters);
    for (const Json& item : next.at("results")) all["results"].push_back(item);
    for (const char* name : {"moreDataAvailable", "nextCursor", "syncToken"}) {
      all.erase(name);
      if (next.contains(name)) all[name] = next.at(name);
    }
  }
  return all;
}

std::string hire(TestWorld& t) {
  return textOf(t.world.newHires.add(Json::object(), t.now), "applicationId");
}

TEST(Pages, HoldAHundredAtMost) {
  TestWorld t;
  for (int i = 0; i < 101; ++i) t.world.recruiting.addCandidate(Json::object(), t.now);
  const Json first = t.call("candidate.list");
  EXPECT_EQ(first.at("results").size(), 100U);
  EXPECT_EQ(first.at("moreDataAvailable"), true);
  EXPECT_FALSE(first.contains("syncToken"));
  const Json second = t.call("candidate.list", {{"cursor", first.at("nextCursor")}});
  EXPECT_EQ(second.at("results").size(), 1U);
  EXPECT_FALSE(second.contains("nextCursor"));
  EXPECT_TRUE(second.contains("syncToken"));
  EXPECT_FALSE(t.call("candidate.list", {{"limit", 101}}).at("success").get<bool>());
}

TEST(Pages, AFullLastPageSaysThatThereIsNoMore) {
  TestWorld t;
  for (int i = 0; i < 4; ++i) hire(t);
  const Json first = t.call("application.list", {{"limit", 2}});
  const Json second = t.call("application.list", {{"limit", 2}, {"cursor", first.at("nextCursor")}});
  EXPECT_EQ(second.at("results").size(), 2U);
  EXPECT_EQ(second.at("moreDataAvailable"), false);
}

TEST(Pages, ShowEachRecordOnceWhileRecordsChangeAndVanish) {
  TestWorld t;
  std::vector<std::string> ids;
  for (int i = 0; i < 6; ++i) ids.push_back(hire(t));
  const Json first = t.call("application.list", {{"limit", 2}});
  t.world.recruiting.editApplication(ids[0], Json::object(), t.now);
  t.world.recruiting.editApplication(ids[4], Json::object(), t.now);
  hire(t);
  const Json rest = everyPage(t, "application.list", {{"limit", 2}, {"cursor", first.at("nextCursor")}});
  EXPECT_THAT(idsOf(first), testing::ElementsAre(ids[0], ids[1]));
  EXPECT_THAT(idsOf(rest), testing::ElementsAre(ids[2], ids[3], ids[4], ids[5]));
}

TEST(Pages, FilterByStatusAndJob) {
  TestWorld t;
  const std::string hired = hire(t);
  t.world.newHires.add({{"hire", false}, {"jobTitle", "Designer"}}, t.now);
  EXPECT_THAT(idsOf(t.call("application.list", {{"status", "Hired"}})), testing::ElementsAre(hired));
  const Json jobId = t.results("application.info", {{"applicationId", hired}}).at("job").at("id");
  EXPECT_THAT(idsOf(t.call("application.list", {{"jobId", jobId}})), testing::ElementsAre(hired));
  EXPECT_FALSE(t.call("application.list", {{"status", "hired"}}).at("success").get<bool>());
}

TEST(Pages, FilterByCreation) {
  TestWorld t;
  hire(t);
  t.now += 10;
  const std::string later = hire(t);
  EXPECT_THAT(idsOf(t.call("application.list", {{"createdAfter", kNow + 5}})), testing::ElementsAre(later));
}

TEST(Pages, OffersFilterByApplicationAndStatus) {
  TestWorld t;
  const Json ids = t.world.newHires.add(Json::object(), t.now);
  const Json other = t.world.newHires.add({{"offer", "pending"}}, t.now);
  const Json ofOne = {{"applicationId", ids.at("applicationId")}};
  EXPECT_THAT(idsOf(t.call("offer.list", ofOne)), testing::ElementsAre(textOf(ids, "offerId")));
  EXPECT_THAT(idsOf(t.call("offer.list", {{"acceptanceStatus", {"Pending", "Declined"}}})),
              testing::ElementsAre(textOf(other, "offerId")));
  EXPECT_FALSE(t.call("offer.list", {{"offerStatus", Json::array()}}).at("success").get<bool>());
  EXPECT_FALSE(t.results("offer.list", ofOne).at(0).contains("versions"));
}

TEST(IncrementalSync, BringsWhatIsNewOrChangedOnce) {
  TestWorld t;
  const std::string changed = hire(t);
  const std::string same = hire(t);
  const Json full = t.call("application.list");
  t.world.recruiting.editApplication(changed, Json::object(), t.now);
  const std::string added = hire(t);
  t.world.recruiting.editApplication(changed, Json::object(), t.now);

  const Json delta = t.call("application.list", {{"syncToken", full.at("syncToken")}});
  EXPECT_THAT(idsOf(delta), testing::ElementsAre(added, changed));
  EXPECT_THAT(idsOf(t.call("application.list", {{"syncToken", delta.at("syncToken")}})), testing::IsEmpty());
}

TEST(IncrementalSync, MissesNothingThatChangedWhileItWasPaged) {
  TestWorld t;
  const std::string first = hire(t);
  const std::string second = hire(t);
  const Json page = t.call("application.list", {{"limit", 1}});
  t.world.recruiting.editApplication(first, Json::object(), t.now);
  const Json last = t.call("application.list", {{"limit", 1}, {"cursor", page.at("nextCursor")}});
  EXPECT_THAT(idsOf(t.call("application.list", {{"syncToken", last.at("syncToken")}})),
              testing::ElementsAre(first));
}

TEST(IncrementalSync, PagesWithOrWithoutTheTokenRepeated) {
  TestWorld t;
  const Json full = t.call("application.list");
  for (int i = 0; i < 5; ++i) hire(t);
  Json parameters = {{"limit", 2}, {"syncToken", full.at("syncToken")}};
  EXPECT_EQ(everyPage(t, "application.list", parameters).at("results").size(), 5U);
  const Json first = t.call("application.list", parameters);
  EXPECT_EQ(everyPage(t, "application.list", {{"limit", 2}, {"cursor", first.at("nextCursor")}})
                .at("results")
                .size(),
            3U);
}

TEST(IncrementalSync, NeverTellsOfDeletions) {
  TestWorld t;
  const Json ids = t.world.newHires.add(Json::object(), t.now);
  const Json full = t.call("application.list");
  t.world.recruiting.deleteCandidate(textOf(ids, "candidateId"), t.now);
  EXPECT_THAT(idsOf(t.call("application.list", {{"syncToken", full.at("syncToken")}})), testing::IsEmpty());
  EXPECT_THAT(idsOf(t.call("application.list")), testing::IsEmpty());
}

TEST(IncrementalSync, FilteredForHiredOverlooksWhoLeftHired) {
  TestWorld t;
  const std::string id = hire(t);
  const Json full = t.call("application.list", {{"status", "Hired"}});
  t.world.recruiting.unhire(id, t.now);
  const Json token = full.at("syncToken");
  EXPECT_THAT(idsOf(t.call("application.list", {{"status", "Hired"}, {"syncToken", token}})),
              testing::IsEmpty());
  EXPECT_THAT(idsOf(t.call("application.list", {{"syncToken", token}})), testing::ElementsAre(id));
}

TEST(IncrementalSync, TokensExpireWhenToldToOrAfterAMonth) {
  TestWorld t;
  const Json token = t.call("application.list").at("syncToken");
  t.now += Millis{31} * 24 * 3600 * 1000;
  EXPECT_EQ(t.errorCode("application.list", {{"syncToken", token}}), "sync_token_expired");
  const Json fresh = t.call("application.list").at("syncToken");
  EXPECT_EQ(t.call("application.list", {{"syncToken", fresh}}).at("success"), true);
  t.world.api.pager.expireSyncTokens();
  EXPECT_EQ(t.errorCode("application.list", {{"syncToken", fresh}}), "sync_token_expired");
}

TEST(IncrementalSync, TokensOfAnotherEndpointOrWorldAreInvalid) {
  TestWorld t;
  const Json token = t.call("offer.list").at("syncToken");
  EXPECT_EQ(t.errorCode("application.list", {{"syncToken", token}}), "sync_token_invalid");
  EXPECT_EQ(t.errorCode("application.list", {{"syncToken", "nonsense"}}), "sync_token_invalid");
  World other(2);
  other.api.keys.add("test", ApiKeys::readScopes(), kKey, kNow);
  const Response response = other.answer(post("offer.list", {{"syncToken", token}}), kNow);
  EXPECT_THAT(response.body, testing::HasSubstr("sync_token_invalid"));
}

TEST(IncrementalSync, CursorsExpireAndAreChecked) {
  TestWorld t;
  hire(t);
  hire(t);
  const Json cursor = t.call("application.list", {{"limit", 1}}).at("nextCursor");
  EXPECT_EQ(t.errorCode("offer.list", {{"cursor", cursor}}), "invalid_next_cursor");
  t.world.api.pager.expireCursors();
  EXPECT_EQ(t.errorCode("application.list", {{"cursor", cursor}}), "next_cursor_expired");
}

TEST(IncrementalSync, OfTooManyChangesIsRefused) {
  TestWorld t;
  t.world.api.pager.largestIncrement = 2;
  const Json token = t.call("application.list").at("syncToken");
  for (int i = 0; i < 3; ++i) hire(t);
  EXPECT_EQ(t.errorCode("application.list", {{"syncToken", token}}), "incremental_sync_too_large");
}

}  // namespace
}  // namespace ashby_simulator::test
