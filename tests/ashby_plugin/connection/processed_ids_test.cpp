// Tests the ids that a deleted connection hands to the company's next one.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class ProcessedIdsTest : public Connected {
 protected:
  integration::ProcessedIdPage give(integration::Text from = {}) {
    FakeCall call(host, CallKind::query);
    return exportProcessedIds(call, {std::move(from)});
  }
  void take(const integration::ProcessedIdPage& page) {
    FakeCall call(host, CallKind::userAction);
    importProcessedIds(call, {page.data});
  }
  static integration::ProcessedId handled(const std::string& id, HireState state = HireState::discarded) {
    return {id, state, "2026-11-01T00:00:00.000Z"};
  }
};

TEST_F(ProcessedIdsTest, ExportsAddedAndDeletedWithoutPersonalData) {
  const NewHire added = import(), deleted = import({{"name", "Omar Reyes"}});
  import({{ "name", "Still Staged" }});
  promote({added.id, {}, {}});
  discard(deleted.id);
  const auto page = give();
  EXPECT_EQ(page.next, std::nullopt);
  ASSERT_THAT(page.data, SizeIs(2));
  for (const auto& line : page.data)
    EXPECT_EQ(line.state,
              line.sourceId == added.source.applicationId ? HireState::promoted : HireState::discarded);
  EXPECT_THAT(integration::toJsonText(page), Not(HasSubstr("Nadia")));
}

TEST_F(ProcessedIdsTest, GivesManyPageByPageEachOnce) {
  for (int batch = 0; batch < 3; ++batch) {
    integration::ProcessedIdPage page;
    for (int i = 0; i < 100; ++i) page.data.push_back(handled("app-" + std::to_string(batch * 100 + i)));
    take(page);
  }
  std::set<std::string> seen;
  integration::Text from;
  int pages = 0;
  do {
    const auto page = give(from);
    for (const auto& line : page.data) EXPECT_TRUE(seen.insert(line.sourceId).second);
    from = page.next;
    ++pages;
  } while (from);
  EXPECT_EQ(seen.size(), 300U);
  EXPECT_EQ(pages, 3);
}

TEST_F(ProcessedIdsTest, TakenKeepsThoseHiresAway) {
  const std::string id = hireUnseen();
  take({{handled(id, HireState::promoted)}, {}});
  sync();
  touch(id);
  deliver();
  pass(kHour);
  EXPECT_THAT(hires(), IsEmpty());
  EXPECT_EQ(why(id).state, "promoted");
}

TEST_F(ProcessedIdsTest, TakenTwiceIsTheSame) {
  take({{handled("a"), handled("b")}, {}});
  const auto before = dump();
  take({{handled("a", HireState::promoted), handled("b")}, {}});
  EXPECT_EQ(dump(), before);
}

TEST_F(ProcessedIdsTest, TakenChangesNothingOfWhatThisConnectionKnows) {
  const NewHire hire = import();
  take({{handled(hire.source.applicationId)}, {}});
  EXPECT_EQ(hireOf(hire.source.applicationId).state, HireState::staged);
  EXPECT_EQ(why(hire.source.applicationId).state, "staged");
}

TEST_F(ProcessedIdsTest, TakesWhatIsGivenEvenWithAnIdTwiceOrNoId) {
  take({{handled("a"), handled("a"), handled("../settings"), handled("")}, {}});
  EXPECT_THAT(give().data, SizeIs(1));
}

TEST_F(ProcessedIdsTest, TakesAHundredAtATime) {
  integration::ProcessedIdPage page;
  for (int i = 0; i < 101; ++i) page.data.push_back(handled("app-" + std::to_string(i)));
  EXPECT_EQ(codeOf([&] { take(page); }), Code::invalidArgument);
}

TEST_F(ProcessedIdsTest, PassesOnWhatItWasHandedItself) {
  take({{handled("a", HireState::promoted)}, {}});
  ASSERT_THAT(give().data, SizeIs(1));
  EXPECT_EQ(give().data[0].at, "2026-11-01T00:00:00.000Z");
}

}  // namespace
}  // namespace ashby::test
