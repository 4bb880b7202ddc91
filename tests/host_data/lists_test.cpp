#include "people/company_lists.hpp"

#include "host_data/data_fixture.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using testing::ElementsAre;
using testing::IsEmpty;

class ListsTest : public DataTest {
 protected:
  Lists lists_{*database_};

  // Returns "path: code" for each issue of refused values.
  std::vector<std::string> issuesOf(const std::vector<std::string>& values) {
    std::vector<std::string> issues;
    try {
      lists_.put("main", "departments", values);
    } catch (const Failure& failure) {
      for (const auto& issue : failure.error().issues) issues.push_back(issue.path + ": " + issue.code);
    }
    return issues;
  }
};

TEST_F(ListsTest, AListIsKeptInItsOrderForItsCompanyAlone) {
  EXPECT_THAT(lists_.get("main", "departments"), IsEmpty());
  EXPECT_THAT(lists_.put("main", "departments", {" Sales ", "Engineering", "Été"}),
              ElementsAre("Sales", "Engineering", "Été"));
  lists_.put("rival", "departments", {"Theirs"});
  lists_.put("main", "contractTypes", {"Permanent"});
  restart();
  EXPECT_THAT(Lists(*database_).get("main", "departments"), ElementsAre("Sales", "Engineering", "Été"));
}

TEST_F(ListsTest, NewListReplacesOldAndEmptyListRemoves) {
  lists_.put("main", "departments", {"Sales", "Engineering"});
  lists_.put("main", "departments", {"Engineering", "Design"});
  EXPECT_THAT(lists_.get("main", "departments"), ElementsAre("Engineering", "Design"));
  lists_.put("main", "departments", {});
  EXPECT_THAT(lists_.get("main", "departments"), IsEmpty());
}

TEST_F(ListsTest, EveryWrongValueIsNamedAndNothingChanges) {
  lists_.put("main", "departments", {"Sales"});
  EXPECT_THAT(
      issuesOf({"Design", " ", std::string(201, 'x'), "design", "two\nlines"}),
      ElementsAre("values/1: required", "values/2: too_long", "values/3: duplicate", "values/4: invalid"));
  EXPECT_THAT(lists_.get("main", "departments"), ElementsAre("Sales"));
}

TEST_F(ListsTest, AThousandValuesAreTakenAndOneMoreIsNot) {
  std::vector<std::string> values;
  for (int i = 0; i < 1000; ++i) values.push_back("department " + std::to_string(i));
  EXPECT_THAT(issuesOf(values), IsEmpty());
  values.push_back("one more");
  EXPECT_THAT(issuesOf(values), ElementsAre("values: too_many"));
}

TEST_F(ListsTest, AnUnknownListIsEmptyAndCannotBeMade) {
  EXPECT_THAT(lists_.get("main", "shoeSizes"), IsEmpty());
  EXPECT_EQ(codeOf([&] { lists_.put("main", "shoeSizes", {"44"}); }), Code::notFound);
}

}  // namespace
}  // namespace host_stub
