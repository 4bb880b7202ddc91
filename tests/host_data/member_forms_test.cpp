#include "people/member_forms.hpp"

#include <set>
#include <thread>

#include "host_data/data_fixture.hpp"
#include "host_data/nadia.hpp"
#include "people/company_lists.hpp"
#include "people/hire_fields.hpp"
#include "people/member_drafts.hpp"
#include "people/members.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::HireFields;
using testing::ElementsAre;
using testing::IsEmpty;

class MemberFormsTest : public DataTest {
 protected:
  MemberForms forms_{*database_};
  Members people_{*database_};
  Lists lists_{*database_};

  std::vector<std::string> missing(const HireFields& fields, const MemberDetails& details = {}) {
    std::vector<std::string> paths;
    for (const integration::Issue& issue : forms_.issues("main", fields, details))
      paths.push_back(issue.path);
    return paths;
  }
  std::string numberOf(const std::string& sourceId) {
    people_.create({"main", "c1"}, "ashby", sourceId, nadia(), 1000);
    return people_.findBySource("main", "ashby", sourceId)->details.employeeNumber.value_or("");
  }
};

TEST_F(MemberFormsTest, AskEveryFieldOnceIncludingCustom) {
  lists_.put("main", "customFields", {"T-shirt"});
  lists_.put("main", "departments", {"Design", "Sales"});
  std::set<std::string> names, expected{"custom/T-shirt"};
  for (const integration::Json& fields :
       {integration::toJson(HireFields{}), integration::toJson(MemberDetails{})})
    for (const auto& [name, value] : fields.items())
      if (name != "custom") expected.insert(name);
  const MemberForm form = forms_.get("main");
  for (const FormField& field : form.fields) {
    EXPECT_TRUE(names.insert(field.name).second) << field.name;
    EXPECT_NE(field.title, "");
    EXPECT_EQ(field.options.size(), field.name == "department"     ? 2u
                                    : field.name == "salaryPeriod" ? 5u
                                                                   : 0u)
        << field.name;
  }
  EXPECT_EQ(names, expected);
  EXPECT_THAT(form.required, ElementsAre("firstName", "lastName", "jobTitle"));
}

TEST_F(MemberFormsTest, AskWhatTheCompanySaysAndOnlyThere) {
  forms_.change("main", {{{"workEmail", "placeOfWork", "jobTitle"}}, {}, {}});
  restart();
  EXPECT_THAT(MemberForms(*database_).get("main").required,
              ElementsAre("firstName", "lastName", "workEmail", "jobTitle", "placeOfWork"));
  EXPECT_THAT(MemberForms(*database_).get("rival").required,
              ElementsAre("firstName", "lastName", "jobTitle"));
}

TEST_F(MemberFormsTest, RefuseEachUnknownNameAndStayAsTheyWere) {
  forms_.change("main", {{{"workEmail"}}, true, 17});
  try {
    forms_.change("main", {{{"shoeSize", "department", "custom/none"}}, false, 0});
    ADD_FAILURE();
  } catch (const integration::Failure& failure) {
    std::vector<std::string> paths;
    for (const auto& issue : failure.error().issues) paths.push_back(issue.path);
    EXPECT_THAT(paths, ElementsAre("required/0", "required/2", "nextEmployeeNumber"));
  }
  const MemberForm kept = forms_.get("main");
  EXPECT_TRUE(kept.asks("workEmail"));
  EXPECT_FALSE(kept.asks("department"));
  EXPECT_TRUE(kept.assignEmployeeNumbers);
  EXPECT_EQ(kept.nextEmployeeNumber, 17);
}

TEST_F(MemberFormsTest, NameWhatIsMissingAndWrongAllAtOnce) {
  lists_.put("main", "departments", {"Design"});
  lists_.put("main", "customFields", {"T-shirt"});
  forms_.change("main", {{{"workEmail", "custom/T-shirt", "managerName"}}, {}, {}});
  HireFields fields = nadia();
  fields.lastName.reset();
  fields.managerName = "  ";
  EXPECT_THAT(missing(fields, {{}, {}, "tomorrow", {}, {}}),
              ElementsAre("lastName", "department", "roleEffectiveDate", "workEmail", "managerName",
                          "custom/T-shirt"));
  EXPECT_EQ(forms_.issues("main", nadia(), {}).at(1).message,
            "Work email is missing: fill it in to add the member");
  EXPECT_THAT(missing({}), testing::Contains("firstName").Times(1));
}

TEST_F(MemberFormsTest, AskWhereARemoteOneLivesOfRemoteOnesAlone) {
  forms_.change("main", {{{"remoteCity", "remoteCountry"}}, {}, {}});
  HireFields fields = nadia();
  EXPECT_THAT(missing(fields), IsEmpty());
  fields.placeOfWork = "London";
  EXPECT_THAT(missing(fields), IsEmpty());
  fields.placeOfWork = "remote ";
  EXPECT_THAT(missing(fields), ElementsAre("remoteCity", "remoteCountry"));
  EXPECT_THAT(missing(fields, {{}, {}, {}, "Porto", "PT"}), IsEmpty());
}

TEST_F(MemberFormsTest, ForgetAFieldOfTheCompanysOwnThatItNoLongerHas) {
  lists_.put("main", "customFields", {"T-shirt"});
  forms_.change("main", {{{"custom/T-shirt"}}, {}, {}});
  lists_.put("main", "customFields", {"Desk"});
  EXPECT_THAT(missing(nadia()), IsEmpty());
}

TEST_F(MemberFormsTest, GiveEachNewMemberTheNextNumberThatNobodyHas) {
  EXPECT_EQ(numberOf("app-1"), "");
  forms_.change("main", {{{"employeeNumber"}}, true, 17});
  EXPECT_THAT(missing(nadia()), IsEmpty());
  EXPECT_EQ(numberOf("app-2"), "17");
  EXPECT_EQ(numberOf("app-2"), "17");
  const ConnectionKey key = connect();
  MemberDrafts(*database_).put(key, "app-3", {{}, "19", {}, {}, {}});
  people_.create(key, "ashby", "app-3", nadia(), 1000);
  EXPECT_EQ(numberOf("app-4"), "18");
  EXPECT_EQ(numberOf("app-5"), "20");
  EXPECT_EQ(forms_.get("main").nextEmployeeNumber, 21);
}

TEST_F(MemberFormsTest, GiveNoNumberTwiceThoughManyAreAddedAtOnce) {
  forms_.change("main", {{}, true, 1});
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) threads.emplace_back([&, i] { numberOf("app-" + std::to_string(i)); });
  for (std::thread& thread : threads) thread.join();
  std::set<std::string> numbers;
  for (const Member& member : people_.list("main", 100, 0).data)
    numbers.insert(member.details.employeeNumber.value_or(""));
  EXPECT_EQ(numbers, (std::set<std::string>{"1", "2", "3", "4", "5", "6", "7", "8"}));
}

TEST_F(MemberFormsTest, SpendNoNumberOnWhoIsRefused) {
  forms_.change("main", {{}, true, 1});
  EXPECT_EQ(codeOf([&] {
              people_.create({"main", "c1"}, "ashby", "app-1", HireFields{}, 1000);
            }),
            Code::invalidArgument);
  EXPECT_EQ(numberOf("app-2"), "1");
}

}  // namespace
}  // namespace host_stub
