// Tests hires that the scope or importFrom left aside. When these settings change, the hires are judged
// again: none is lost or doubled.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char kEngineering[] = R"({"scope":{"departments":["Engineering"]}})";
constexpr char kSales[] = R"({"scope":{"departments":["Sales"]}})";
constexpr char kBoth[] = R"({"scope":{"departments":["Engineering","Sales"]}})";
constexpr char kNoScope[] = R"({"scope":null})";

class LeftAside : public Connected {
 protected:
  std::string leaveAside(const Json& given) {
    std::string id = hire(given);
    deliver();
    pass(2 * kMinute);
    return id;
  }
  std::string salesHire(const std::string& email = "sales@home.example") {
    return leaveAside(
        {{"department", "Sales"}, {"location", "Leeds"}, {"jobTitle", "Seller"}, {"email", email}});
  }
  std::size_t records(const std::string& applicationId) {
    std::size_t found = 0;
    for (const HireState state :
         {HireState::staged, HireState::promoted, HireState::discarded, HireState::withdrawn})
      for (const NewHire& hire : hires(state))
        if (hire.source.applicationId == applicationId) ++found;
    return found;
  }
  // Removes the members that only later releases write, so that the record looks as an earlier release left
  // it.
  void asOfAnEarlierRelease(const std::string& applicationId) {
    const std::string key = keys::application(applicationId);
    for (const auto& entry : host.store.entries()) {
      if (entry.key != key) continue;
      const std::size_t from = entry.value.find(",\"decidedBy\"");
      ASSERT_NE(from, std::string::npos);
      ASSERT_TRUE(
          host.store.commit({{integration::Op::put(key, entry.value.substr(0, from) + "}")}, 0}).ok());
    }
  }
};

TEST_F(LeftAside, ComesWhenTheScopeWidens) {
  configure(kEngineering);
  const std::string id = salesHire();
  EXPECT_EQ(why(id).state, "ignored");
  configure(kBoth);
  sync();
  pass(2 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
  EXPECT_EQ(why(id).state, "staged");
}

TEST_F(LeftAside, ComesWithoutASync) {
  configure(kEngineering);
  const std::string id = salesHire();
  configure(kBoth);
  pass(2 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(LeftAside, ComesWhenTheScopeIsRemoved) {
  configure(kEngineering);
  const std::string id = salesHire();
  configure(kNoScope);
  pass(2 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(LeftAside, ComesByItsJobOrItsLocation) {
  configure(R"({"scope":{"jobs":["Backend Engineer"]}})");
  const std::string byJob = salesHire();
  configure(R"({"scope":{"locations":["Berlin"]}})");
  pass(2 * kMinute);
  EXPECT_EQ(records(byJob), 0U);
  configure(R"({"scope":{"locations":["Berlin","Leeds"]}})");
  pass(2 * kMinute);
  EXPECT_EQ(hireOf(byJob).state, HireState::staged);
}

TEST_F(LeftAside, ComesBackWhenTheScopeNarrowedBetween) {
  const std::string id = salesHire();
  ASSERT_EQ(hireOf(id).state, HireState::staged);
  configure(kEngineering);
  pass(2 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::withdrawn);
  configure(kBoth);
  pass(2 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
  EXPECT_EQ(records(id), 1U);
}

TEST_F(LeftAside, ComesOnceThoughTheScopeChangesQuickly) {
  configure(kEngineering);
  const std::string id = salesHire();
  for (const char* scope : {kBoth, kEngineering, kNoScope, kSales}) configure(scope);
  pass(5 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
  EXPECT_EQ(records(id), 1U);
  EXPECT_THAT(activityOf("import", "ok"), SizeIs(1));
}

TEST_F(LeftAside, StaysOutWhileItsDepartmentIsStillOutside) {
  configure(kEngineering);
  const std::string id = salesHire();
  configure(R"({"scope":{"departments":["Engineering","Legal"]}})");
  pass(5 * kMinute);
  EXPECT_EQ(records(id), 0U);
  EXPECT_THAT(why(id).reason, HasSubstr("department is not among"));
}

TEST_F(LeftAside, ComesWhenImportFromMovesEarlier) {
  const std::string id = leaveAside({{"hiredAt", "2026-03-04T09:00:00.000Z"}});
  EXPECT_THAT(why(id).reason, HasSubstr("2026-11-23"));
  configure(R"({"importFrom":"2026-03-05"})");
  pass(2 * kMinute);
  EXPECT_THAT(why(id).reason, AllOf(HasSubstr("2026-03-05"), Not(HasSubstr("2026-11-23"))));
  configure(R"({"importFrom":"2026-03-04"})");
  pass(2 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(LeftAside, ComesThoughNoDeliveryEverToldOfIt) {
  const std::string id = hireUnseen({{"hiredAt", "2026-03-04T09:00:00.000Z"}});
  sync();
  pass(20 * kMinute);
  ASSERT_EQ(records(id), 0U);
  configure(R"({"importFrom":"2026-03-01"})");
  pass(2 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
  pass(2 * kHour);
  EXPECT_THAT(status().health, Not(HasSubstr("silent")));
}

TEST_F(LeftAside, IsJudgedByWhyUnderTodaysSettings) {
  configure(kEngineering);
  const std::string id = salesHire();
  const std::string other = leaveAside({{"department", "Legal"}, {"email", "law@home.example"}});
  configure(kBoth);  // nothing has been read again so far
  EXPECT_THAT(why(id).reason, HasSubstr("about to be read"));
  EXPECT_THAT(why("sales@home.example").reason, HasSubstr("about to be read"));
  EXPECT_THAT(why(other).reason, HasSubstr("department is not among"));
  ashby.reachable = false;
  EXPECT_THAT(why(id).reason, AllOf(HasSubstr("earlier settings"), HasSubstr("read again")));
  ashby.reachable = true;
  configure(R"({"importFrom":"2026-12-24"})");
  EXPECT_THAT(why(id).reason, HasSubstr("2026-12-24"));
}

TEST_F(LeftAside, IsAskedOfAshbyOnlyAfterAChange) {
  configure(kEngineering);
  const std::string id = salesHire();
  const auto calls = ashby.calls();
  EXPECT_EQ(why(id).state, "ignored");
  EXPECT_EQ(ashby.calls(), calls);
}

TEST_F(LeftAside, ComesThoughAnEarlierReleaseLeftIt) {
  configure(kEngineering);
  const std::string id = salesHire();
  ASSERT_NO_FATAL_FAILURE(asOfAnEarlierRelease(id));
  configure(kBoth);
  pass(2 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(LeftAside, OfAnEarlierReleaseComesBySyncAlone) {
  configure(kEngineering);
  const std::string id = salesHire();
  configure(kBoth);
  ASSERT_NO_FATAL_FAILURE(asOfAnEarlierRelease(id));
  for (const auto& entry : host.store.entries()) {  // drops the deferred task, which that release never made
    if (!entry.key.starts_with(keys::kLater)) continue;
    ASSERT_TRUE(host.store.commit({{integration::Op::remove(entry.key)}, 0}).ok());
  }
  pass(2 * kMinute);
  ASSERT_EQ(records(id), 0U);
  sync();
  pass(2 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(LeftAside, IsNotReadAgainForWhatAshbyDecided) {
  const std::string id = hire({{"hire", true}});
  deliver();
  settle();
  pass(2 * kMinute);
  ashby.world.recruiting.unhire(id, host.clock.now());
  deliver();
  pass(5 * kMinute);
  ASSERT_EQ(hireOf(id).state, HireState::withdrawn);
  const auto calls = ashby.calls("application.info");
  configure(kBoth);
  pass(5 * kMinute);
  EXPECT_EQ(ashby.calls("application.info"), calls);
}

TEST_F(LeftAside, IsLeftOutForGoodIfAshbyShowsItNoLonger) {
  configure(kEngineering);
  const std::string id = salesHire();
  ashby.world.outbox.muted = true;
  ashby.world.recruiting.deleteCandidate(
      ashby.world.records.applications.findDoc(id)->at("candidate").at("id").get<std::string>(),
      host.clock.now());
  configure(kBoth);
  pass(2 * kDay);
  EXPECT_EQ(records(id), 0U);
  EXPECT_THAT(activityOf("import", "failed"), IsEmpty());
  EXPECT_THAT(status().health, Not(HasSubstr("could not be imported")));
}

TEST_F(LeftAside, StaysDeletedThroughEveryChange) {
  const NewHire deleted = import({{"department", "Sales"}});
  discard(deleted.id);
  for (const char* scope : {kEngineering, kBoth, kNoScope}) {
    configure(scope);
    pass(5 * kMinute);
  }
  configure(R"({"importFrom":"2020-01-01"})");
  pass(5 * kMinute);
  EXPECT_EQ(hireOf(deleted.source.applicationId).state, HireState::discarded);
}

TEST_F(LeftAside, ComesPageByPage) {
  configure(kEngineering);
  ashby.world.outbox.muted = true;
  for (int i = 0; i < 130; ++i)
    hire({{"department", "Sales"}, {"email", "p" + std::to_string(i) + "@home.example"}});
  sync();
  pass(20 * kMinute);
  ASSERT_THAT(hires(), IsEmpty());
  configure(kBoth);
  pass(20 * kMinute);
  integration::ListQuery query;
  query.limit = 1;
  EXPECT_EQ(list(query).total, 130U);
}

}  // namespace
}  // namespace ashby::test
