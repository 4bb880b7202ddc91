// Tests the list of new hires, the activity and the explanation of an import.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using integration::HireSort;
using integration::ListQuery;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class HireListTest : public Connected {
 protected:
  HireListTest() {
    add("Ann", "Zimmer", "2027-03-01", "Sales");
    add("Bob", "young", "2027-01-01", "Engineering");
    add("Cem", "Aydin", "2027-02-01", "Engineering");
  }
  void add(const std::string& first, const std::string& last, const std::string& start,
           const std::string& department) {
    import({{"name", first + " " + last}, {"email", first + "@example.org"}, {"startDate", start}, {
              "department",
              department
            }});
    host.clock.advance(kSecond);
  }
  std::vector<std::string> names(const ListQuery& query) {
    std::vector<std::string> found;
    for (const NewHire& hire : list(query).data) found.push_back(*hire.fields.firstName);
    return found;
  }
  static ListQuery by(HireSort sort, bool descending) {
    ListQuery query;
    query.sort = sort;
    query.descending = descending;
    return query;
  }
  static ListQuery searching(const std::string& q) {
    ListQuery query;
    query.q = q;
    query.descending = false;
    return query;
  }
};

TEST_F(HireListTest, ShowsTheLatestImportFirstByDefault) {
  EXPECT_THAT(names({}), ElementsAre("Cem", "Bob", "Ann"));
}

TEST_F(HireListTest, SortsByEachColumnInEitherDirection) {
  EXPECT_THAT(names(by(HireSort::importedAt, false)), ElementsAre("Ann", "Bob", "Cem"));
  EXPECT_THAT(names(by(HireSort::employmentStartDate, false)), ElementsAre("Bob", "Cem", "Ann"));
  EXPECT_THAT(names(by(HireSort::employmentStartDate, true)), ElementsAre("Ann", "Cem", "Bob"));
  EXPECT_THAT(names(by(HireSort::lastName, false)), ElementsAre("Cem", "Bob", "Ann"));
  EXPECT_THAT(names(by(HireSort::lastName, true)), ElementsAre("Ann", "Bob", "Cem"));
}

TEST_F(HireListTest, BreaksTiesById) {
  for (int i = 0; i < 3; ++i) hire({{"name", "Twin Twin"}, {"startDate", "2030-01-01"}});
  deliver();
  settle();
  auto query = by(HireSort::employmentStartDate, true);
  query.limit = 3;
  const auto twins = list(query).data;
  EXPECT_LT(twins[0].id, twins[1].id);
  EXPECT_LT(twins[1].id, twins[2].id);
}

TEST_F(HireListTest, GoesOnAfterThePositionWithoutAGapOrARepeat) {
  for (const HireSort sort : {HireSort::importedAt, HireSort::employmentStartDate, HireSort::lastName}) {
    for (const bool descending : {false, true}) {
      auto query = by(sort, descending);
      const auto whole = names(query);
      query.limit = 1;
      std::vector<std::string> paged;
      for (auto page = list(query); !page.data.empty(); page = list(query)) {
        EXPECT_EQ(page.total, 3U);
        const NewHire& last = page.data.back();
        paged.push_back(*last.fields.firstName);
        std::string value = last.importedAt;
        if (sort == HireSort::employmentStartDate) value = *last.fields.employmentStartDate;
        if (sort == HireSort::lastName)
          value = *last.fields.lastName == "young"   ? "young"
                  : *last.fields.lastName == "Aydin" ? "aydin"
                                                     : "zimmer";
        query.after = integration::ListPosition{value, last.id};
      }
      EXPECT_EQ(paged, whole);
    }
  }
}

TEST_F(HireListTest, FiltersByDepartment) {
  ListQuery query;
  query.department = "Engineering";
  EXPECT_THAT(names(query), ElementsAre("Cem", "Bob"));
  EXPECT_EQ(list(query).total, 2U);
  query.department = "engineering team";
  EXPECT_THAT(names(query), IsEmpty());
}

TEST_F(HireListTest, FiltersByTheDaysOfTheFirstAndTheLastStart) {
  ListQuery query = by(HireSort::employmentStartDate, false);
  query.startsFrom = "2027-02-01";
  EXPECT_THAT(names(query), ElementsAre("Cem", "Ann"));
  EXPECT_EQ(list(query).total, 2U);
  query.startsUntil = "2027-02-01";
  EXPECT_THAT(names(query), ElementsAre("Cem"));
  query.startsFrom.reset();
  EXPECT_THAT(names(query), ElementsAre("Bob", "Cem"));
}

TEST_F(HireListTest, LeavesOutWhoHasNoStartDateWhereOneIsAskedFor) {
  edit({hires()[0].id, {{"employmentStartDate", std::nullopt}}, {}, {}});
  ListQuery query = by(HireSort::employmentStartDate, false);
  EXPECT_THAT(names(query), ElementsAre("Ann", "Bob", "Cem"));
  query.startsFrom = "0000-01-01";
  EXPECT_THAT(names(query), ElementsAre("Bob", "Cem"));
  query.startsFrom.reset();
  query.startsUntil = "9999-12-31";
  EXPECT_THAT(names(query), ElementsAre("Bob", "Cem"));
}

TEST_F(HireListTest, CountsDepartmentsOfStateIgnoringFilters) {
  edit({hires()[0].id, {{"department", std::nullopt}}, {}, {}});
  ListQuery query = searching("nobody");
  query.department = "Engineering";
  query.startsFrom = "2028-01-01";
  query.limit = 0;
  using Counts = std::map<std::string, std::uint64_t>;
  EXPECT_EQ(list(query).total, 0U);
  EXPECT_EQ(list(query).departments, (Counts{{"", 1}, {"Engineering", 2}}));
  promote({hires()[1].id, {}, {}});
  EXPECT_EQ(list(query).departments, (Counts{{"", 1}, {"Engineering", 1}}));
  query.state = HireState::promoted;
  EXPECT_EQ(list(query).departments, (Counts{{"Engineering", 1}}));
}

TEST_F(HireListTest, SearchesAllShownFieldsInAnyCase) {
  EXPECT_THAT(names(searching("ZIMM")), ElementsAre("Ann"));
  EXPECT_THAT(names(searching("cem aydin")), ElementsAre("Cem"));
  EXPECT_THAT(names(searching("bob@")), ElementsAre("Bob"));
  EXPECT_THAT(names(searching("backend")), SizeIs(3));
  EXPECT_THAT(names(searching("sales")), ElementsAre("Ann"));
  EXPECT_THAT(names(searching("%")), IsEmpty());
  EXPECT_THAT(names(searching(hires()[0].source.applicationId)), ElementsAre("Ann"));
}

TEST_F(HireListTest, SearchesWordsInAnyOrderWhateverAccents) {
  add("Íris", "Díaz", "2027-04-01", "Sales");
  for (const char* q :
       {"DÍAZ", "iris diaz", "Díaz, Íris", "  diaz   iris ", "I\xcc\x81ris", "dia", "íris sales"})
    EXPECT_THAT(names(searching(q)), ElementsAre("Íris")) << q;
  EXPECT_THAT(names(searching("Aydin, Cem")), ElementsAre("Cem"));
  EXPECT_THAT(names(searching("immer")), IsEmpty());
}

TEST_F(HireListTest, SortsLastNamesAsPeopleLookForThem) {
  add("Eva", "Émile", "2027-04-01", "Sales");
  add("Ola", "Öberg", "2027-04-01", "Sales");
  EXPECT_THAT(names(by(HireSort::lastName, false)), ElementsAre("Cem", "Eva", "Ola", "Bob", "Ann"));
  EXPECT_THAT(names(by(HireSort::lastName, true)), ElementsAre("Ann", "Bob", "Ola", "Eva", "Cem"));
}

TEST_F(HireListTest, ShowsOneStateAtATime) {
  discard(hires()[0].id);
  promote({hires()[0].id, {}, {}});
  EXPECT_THAT(hires(), SizeIs(1));
  EXPECT_THAT(hires(HireState::discarded), SizeIs(1));
  EXPECT_THAT(hires(HireState::promoted), SizeIs(1));
  EXPECT_THAT(hires(HireState::withdrawn), IsEmpty());
}

TEST_F(HireListTest, FindsOneByItsIdInWhateverState) {
  ListQuery query;
  query.id = hires()[0].id;
  discard(*query.id);
  EXPECT_EQ(list(query).total, 1U);
  EXPECT_EQ(list(query).data.at(0).state, HireState::discarded);
  query.id = "none";
  EXPECT_EQ(list(query).total, 0U);
}

TEST_F(HireListTest, CountsAllThoughTheLimitShowsNone) {
  ListQuery query;
  query.limit = 0;
  EXPECT_EQ(list(query).total, 3U);
  EXPECT_THAT(list(query).data, IsEmpty());
}

TEST_F(HireListTest, NamesPossibleDuplicatesOfStagedHires) {
  integration::HireFields member;
  member.firstName = "Another";
  member.lastName = "Zimmer";
  member.jobTitle = "Engineer";
  member.personalEmail = "ANN@example.org";
  host.members.create("elsewhere", member);
  const auto found = list(searching("zimmer")).data.at(0).possibleDuplicates;
  const auto members =
      std::count_if(found.begin(), found.end(), [](const auto& one) { return one.personId; });
  ASSERT_EQ(members, 1);
  EXPECT_EQ(found[0].kind, "same_email");
  EXPECT_TRUE(found[0].personId);
}

TEST_F(HireListTest, ShowsEveryHireOfMoreThanTheStoreGivesAtOnce) {
  for (int i = 0; i < 1100; ++i) {
    HireDocument document;
    document.id = "z" + std::to_string(10000 + i);
    document.importedAt = integration::formatTime(host.clock.now() + i);
    ASSERT_TRUE(
        host.store
            .commit({{integration::Op::put(keys::hire(HireState::staged, document.id), encode(document))}, 0})
            .ok());
  }
  EXPECT_EQ(list({}).total, 1103U);
  EXPECT_THAT(list({}).data, SizeIs(100));
  EXPECT_EQ(list({}).data.front().id, "z11099");
}

class ExplanationApi : public HireListTest {};

TEST_F(ExplanationApi, FindsAHireByIdNameOrAddressInWhateverState) {
  const NewHire ann = hires()[0];
  EXPECT_EQ(why(ann.source.applicationId).state, "staged");
  EXPECT_EQ(why("ann zimmer").state, "staged");
  promote({ann.id, {}, {}});
  EXPECT_EQ(why("Ann@example.org").state, "promoted");
}

TEST_F(ExplanationApi, SaysSoWhereNothingIsKnown) {
  EXPECT_FALSE(why("nobody").found);
  EXPECT_FALSE(why("a name / with * signs").found);
  EXPECT_EQ(codeOf([&] { why(""); }), Code::invalidArgument);
}

class ActivityOf : public HireListTest {
 protected:
  integration::ActivityPage page(std::uint32_t limit, integration::Text before = {}) {
    FakeCall call(host, CallKind::query);
    return readActivity(call, {limit, std::move(before), {}, {}});
  }
};

TEST_F(ActivityOf, IsNewestFirstAndGoesOnBeforeTheLastSeen) {
  const auto all = page(1000);
  EXPECT_EQ(all.total, all.data.size());
  EXPECT_TRUE(std::is_sorted(all.data.begin(), all.data.end(), [](auto& a, auto& b) { return a.id > b.id; }));
  std::vector<std::string> paged;
  for (auto next = page(2); !next.data.empty(); next = page(2, next.data.back().id)) {
    EXPECT_EQ(next.total, all.total);
    for (const auto& line : next.data) paged.push_back(line.id);
  }
  EXPECT_EQ(paged.size(), all.data.size());
}

}  // namespace
}  // namespace ashby::test
