#include "people/member_links.hpp"

#include "host_data/data_fixture.hpp"
#include "host_data/nadia.hpp"
#include "people/company_lists.hpp"
#include "people/members.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::HireFields;
using testing::ElementsAre;

class MemberLinksTest : public DataTest {
 protected:
  Members people_{*database_};

  std::string add(const std::string& sourceId, const std::string& company = "main") {
    return people_.create({company, "c1"}, "ashby", sourceId, nadia(), 1000).person.id;
  }
  // Returns a hire who is that person, with a new job title and e-mail address.
  static MemberLink rehired(const std::string& personId, const std::vector<std::string>& names = {}) {
    MemberLink link{personId, "ashby", "app-9", names, nadia(), {"nadia@acme.example", {}, {}, {}, {}}};
    link.fields.jobTitle = "Architect";
    link.fields.personalEmail = "new@example.org";
    return link;
  }
  std::vector<std::string> refusedAt(const MemberLink& link) {
    std::vector<std::string> paths;
    try {
      people_.link("main", link);
    } catch (const integration::Failure& failure) {
      EXPECT_EQ(failure.code(), Code::invalidArgument);
      for (const auto& issue : failure.error().issues) paths.push_back(issue.path);
    }
    return paths;
  }
};

TEST_F(MemberLinksTest, LinkedMemberIsFoundByEachSource) {
  add("app-0");
  const std::string id = add("app-1");
  add("app-2");
  people_.link("main", rehired(id));
  restart();
  Members again(*database_);
  const auto person = again.findBySource("main", "ashby", "app-9");
  ASSERT_TRUE(person);
  EXPECT_EQ(person->id, id);
  EXPECT_EQ(static_cast<const HireFields&>(*person), nadia());
  EXPECT_EQ(person->sourceId, "app-1");
  ASSERT_EQ(person->sources.size(), 2u);
  EXPECT_EQ(person->sources[1].sourceId, "app-9");
  EXPECT_EQ(again.get("main", id)->sources.size(), 2u);
  std::vector<std::size_t> sources;
  for (const Member& member : again.list("main", 10, 0).data) sources.push_back(member.sources.size());
  EXPECT_THAT(sources, ElementsAre(1, 2, 1));
  const auto made = again.create({"main", "c1"}, "ashby", "app-9", HireFields{}, 2000);
  EXPECT_FALSE(made.created);
  EXPECT_EQ(made.person.id, id);
  EXPECT_EQ(again.findBySource("rival", "ashby", "app-9"), std::nullopt);
}

TEST_F(MemberLinksTest, OnlyNamedFieldsAreOverwrittenAndMatched) {
  const std::string id = add("app-1");
  const Member linked = people_.link("main", rehired(id, {"personalEmail", "workEmail"}));
  HireFields expected = nadia();
  expected.personalEmail = "new@example.org";
  EXPECT_EQ(static_cast<const HireFields&>(linked), expected);
  EXPECT_EQ(linked.details.workEmail, "nadia@acme.example");
  HireFields other;
  other.personalEmail = "NEW@example.org";
  EXPECT_EQ(people_.match("main", "ashby", {"app-5", other, {}}).size(), 1u);
  EXPECT_TRUE(people_.match("main", "ashby", {"app-9", other, {}}).empty());
}

TEST_F(MemberLinksTest, InvalidFieldsAreRefusedAndNothingIsLinked) {
  const std::string id = add("app-1"), other = add("app-2");
  people_.link("main", {other, "ashby", "app-8", {"workEmail"}, {}, {"NADIA@acme.example", {}, {}, {}, {}}});
  Lists(*database_).put("main", "departments", {"Design"});
  EXPECT_THAT(refusedAt(rehired(id, {"jobTitle", "shoeSize", "department", "workEmail"})),
              ElementsAre("fields/1", "department", "workEmail"));
  MemberLink nameless = rehired(id, {"lastName", "salaryCurrency"});
  nameless.fields.lastName.reset();
  nameless.fields.salaryCurrency.reset();
  EXPECT_THAT(refusedAt(nameless), ElementsAre("lastName", "salaryCurrency"));
  EXPECT_EQ(people_.findBySource("main", "ashby", "app-9"), std::nullopt);
  EXPECT_EQ(people_.get("main", id)->jobTitle, "Backend Engineer");
  // The department is on no list any more. The link doesn't name it, so nothing checks it.
  EXPECT_THAT(refusedAt(rehired(id, {"jobTitle"})), testing::IsEmpty());
}

TEST_F(MemberLinksTest, ASourceIsOnePersonsAlone) {
  const std::string id = add("app-1"), other = add("app-2"), theirs = add("app-1", "rival");
  people_.link("main", rehired(id));
  EXPECT_EQ(codeOf([&] { people_.link("main", rehired(other)); }), Code::failedPrecondition);
  EXPECT_EQ(codeOf([&] { people_.link("main", rehired(theirs)); }), Code::notFound);
  EXPECT_EQ(people_.link("main", rehired(id)).sources.size(), 2u);
}

}  // namespace
}  // namespace host_stub
