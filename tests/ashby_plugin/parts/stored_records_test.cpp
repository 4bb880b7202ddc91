#include "hires/records/stored_records.hpp"

#include "hires/records/inbox.hpp"
#include "hires/records/settings.hpp"
#include "integration/describe_json.hpp"

namespace ashby::test {
namespace {

using integration::Code;
using integration::Entry;
using integration::Failure;

Code refusal(const std::string& value) {
  try {
    (void)decode<ApplicationRecord>({"application/a", value, 1});
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), testing::HasSubstr("application/a"));
    return failure.code();
  }
  return Code::ok;
}

template <class Record>
std::string namesOf() {
  std::string names;
  boost::mp11::mp_for_each<integration::detail::MembersOf<Record>>(
      [&](auto member) { (names += names.empty() ? "" : " ") += member.name; });
  return names;
}

// Every data folder holds these names. A release that renames one must still read the old name.
TEST(Records, KeepTheNamesOfTheirMembers) {
  EXPECT_EQ(namesOf<ApplicationRecord>(), "fate hireId updatedAt readAt reason decidedBy settingThen");
  EXPECT_EQ(namesOf<InboxItem>(),
            "receivedAt dueAt triedAt seenUpdatedAt attempts staleReads reason activityId asked unvouched "
            "missingSince countsFrom catchUp found rejudged");
  EXPECT_EQ(namesOf<HireDocument>(),
            "id fields fromSource settledSource edits nameParts source issues suggestions files emails gone "
            "importedAt updatedAt promotion erasedAt eraseAt followUntil");
  EXPECT_EQ(namesOf<Reconciliation>(),
            "dueAt forcedAt finishedAt syncToken cursor pages attempts widened rejudged lists unnamed "
            "failingSince failure restarted");
  EXPECT_EQ(namesOf<Settings>(), "enabled firstEnabledAt keyAcceptedAt importFrom choices keepDiscardedDays");
  EXPECT_EQ(namesOf<ImportSettings>(), "fields sources values payPeriod phoneRegion managerRole scope");
  EXPECT_EQ(namesOf<WebhookFacts>(), "firstAt at ofHiresAt otherAction lastKey lastDoubled doubles");
  EXPECT_EQ(namesOf<Rejections>(), "minute missingId wrongId tooLargeId unresolved");
  EXPECT_EQ(namesOf<MissedByWebhook>(), "hires since");
  EXPECT_EQ(namesOf<WorkFacts>(),
            "lastSuccessAt lastImportAt troubleSince pausedUntil trouble troubleText attempts versionStatus");
}

TEST(Records, AreReadAsTheyWereWritten) {
  const ApplicationRecord written{HireStatus::withdrawn, "h", "2026-11-18T15:42:07.318Z", 5, "why"};
  const auto read = decode<ApplicationRecord>({"application/a", encode(written), 1});
  EXPECT_EQ(encode(*read), encode(written));
  EXPECT_TRUE(encode(written).starts_with("1 {"));
}

TEST(Records, OfANewerPluginAreRefusedAndNeverOverwritten) {
  EXPECT_EQ(refusal("2 {}"), Code::failedPrecondition);
  EXPECT_EQ(refusal("17 anything at all"), Code::failedPrecondition);
}

TEST(Records, ThatAreDamagedAreRefused) {
  for (const char* value : {"", "{}", "x"}) EXPECT_EQ(refusal(value), Code::dataLoss) << value;
  for (const char* value : {"1 {", "1 null", "1 {}", R"(1 {"fate":"sold"})"})
    EXPECT_EQ(refusal(value), Code::invalidArgument) << value;
}

TEST(Records, ThatAreAbsentAreNothing) {
  EXPECT_EQ(decode<ApplicationRecord>({"application/a", "", 0}), std::nullopt);
}

TEST(Keys, OrderByTime) {
  EXPECT_LT(keys::due(999, "z"), keys::due(1000, "a"));
  EXPECT_LT(keys::due(1795428000000, "z"), keys::due(1795428000001, "a"));
  EXPECT_LT(keys::promoting(1, "h"), keys::promoting(2, "a"));
}

TEST(Keys, GiveBackTheirTimeAndId) {
  const keys::TimedKey key = keys::readTimed(keys::kDue, keys::due(1795428000000, "77619646-b5d3"));
  EXPECT_EQ(key.at, 1795428000000);
  EXPECT_EQ(key.id, "77619646-b5d3");
}

TEST(Keys, OfAStateHoldNoOtherState) {
  for (const HireState state :
       {HireState::staged, HireState::promoted, HireState::discarded, HireState::withdrawn})
    EXPECT_TRUE(keys::hire(state, "h").starts_with(keys::hires(state)));
  EXPECT_NE(keys::hires(HireState::staged), keys::hires(HireState::promoted));
}

}  // namespace
}  // namespace ashby::test
