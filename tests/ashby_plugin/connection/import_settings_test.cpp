// Tests the import settings: which are refused and remembered, which requests they save, and the choices that
// Ashby offers. situations/ tests their effect on a hire.
#include "connection/source_choices.hpp"
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class ImportSettingsTest : public Connected {
 protected:
  // Returns "path:code" for each issue of refused settings.
  std::vector<std::string> refused(const std::string& settings) {
    std::vector<std::string> issues;
    try {
      configure(settings);
    } catch (const Failure& failure) {
      for (const auto& issue : failure.error().issues) issues.push_back(issue.path + ":" + issue.code);
    }
    return issues;
  }
  integration::SourceChoices choices(const std::string& kind) {
    FakeCall call(host, CallKind::sourceAction);
    return readSourceChoices(call, link, {kind});
  }
};

TEST_F(ImportSettingsTest, ThatMakeNoSenseAreNamedAndNothingIsSaved) {
  const auto before = dump();
  EXPECT_THAT(refused(R"({"fields":{"shoeSize":true}})"), ElementsAre("fields/shoeSize:unknown"));
  EXPECT_THAT(refused(R"({"sources":{"jobTitle":["the wall"]}})"), ElementsAre("sources/jobTitle:invalid"));
  EXPECT_THAT(refused(R"({"sources":{"shoeSize":["ashby"]}})"), ElementsAre("sources/shoeSize:unknown"));
  EXPECT_THAT(refused(R"({"sources":{"name":["the wall"]}})"), ElementsAre("sources/name:invalid"));
  EXPECT_THAT(refused(R"({"fields":{"name":false}})"), ElementsAre("fields/name:unknown"));
  EXPECT_THAT(refused(R"({"values":{"lastName":{"a":"b"}}})"), ElementsAre("values/lastName:unknown"));
  EXPECT_THAT(refused(R"({"payPeriod":"sometimes"})"), ElementsAre("payPeriod:invalid"));
  EXPECT_THAT(refused(R"({"phoneRegion":"Great Britain"})"), ElementsAre("phoneRegion:invalid"));
  EXPECT_THAT(refused(R"({"scope":{"departments":[" "]}})"), ElementsAre("scope/departments:invalid"));
  EXPECT_THAT(refused(R"({"keepDiscardedDays":100000})"), ElementsAre("keepDiscardedDays:invalid"));
  EXPECT_EQ(dump(), before);
}

TEST_F(ImportSettingsTest, FieldsThatNobodyCanBeAddedWithoutStayOn) {
  for (const char* field : {"firstName", "lastName", "jobTitle", "personalEmail"})
    EXPECT_THAT(refused(std::string(R"({"fields":{")") + field + "\":false}}"),
                ElementsAre(std::string("fields/") + field + ":locked"));
}

TEST_F(ImportSettingsTest, StayWhenTheKeyIsReplaced) {
  configure(R"({"payPeriod":"annual","fields":{"middleName":false}})");
  giveKey();
  EXPECT_THAT(status().settings.text, HasSubstr(R"("payPeriod":"annual")"));
  EXPECT_THAT(status().settings.text, HasSubstr(R"("fields":{"middleName":false})"));
}

TEST_F(ImportSettingsTest, AreTakenBackAsTheyAreShown) {
  configure(
      R"({"payPeriod":"annual","fields":{"middleName":false},"sources":{"equity":["offer:f-1"]},"values":{"department":{"R&D":"Engineering"}},"scope":{"jobs":["Engineer"]},"keepDiscardedDays":7})");
  const std::string shown = status().settings.text;
  configure(
      R"({"payPeriod":null,"fields":null,"sources":null,"values":null,"scope":null,"keepDiscardedDays":null})");
  EXPECT_NE(status().settings.text, shown);
  configure(shown);
  EXPECT_EQ(status().settings.text, shown);
}

TEST_F(ImportSettingsTest, FieldsThatAreOffAreNotAskedOfAshby) {
  configure(
      R"({"fields":{"department":false,"placeOfWork":false,"workplaceType":false,"employmentStartDate":false,"salaryAmount":false,"salaryCurrency":false,"salaryPeriod":false}})");
  settle();
  const NewHire hire = import({{"location", "London HQ"}});
  EXPECT_EQ(hire.state, HireState::staged);
  EXPECT_EQ(ashby.calls("offer.list") + ashby.calls("location.info"), 1U);  // from the check of the key
  EXPECT_EQ(ashby.calls("department.info"), 1U);
}

TEST_F(ImportSettingsTest, ReviewersValueIsUsedForTheNextHire) {
  host.lists.set("departments", {"Engineering", "Sales"});
  const NewHire first = import({{"department", "R&D"}});
  ASSERT_THAT(first.suggestions, SizeIs(1));
  promote({first.id, {{"department", "Engineering"}}, {}});
  EXPECT_THAT(status().settings.text, HasSubstr(R"("values":{"department":{"R&D":"Engineering"}})"));
  const NewHire next = import({{"department", "R&D"}, {"email", "next@home.example"}});
  EXPECT_EQ(next.fields.department, "Engineering");
  EXPECT_THAT(next.suggestions, IsEmpty());
}

TEST_F(ImportSettingsTest, OfAValueThatWasSavedFirstAreRemembered) {
  host.lists.set("placesOfWork", {"London HQ", "Paris"});
  const NewHire first = import({{"location", "London"}});
  ASSERT_EQ(first.fields.placeOfWork, std::nullopt);
  edit({first.id, {{"placeOfWork", "London HQ"}}, {}, {}});
  const NewHire next = import({{"location", "London"}, {"email", "next@home.example"}});
  EXPECT_EQ(next.fields.placeOfWork, "London HQ");
}

// Earlier releases didn't remember choices when a draft was saved.
TEST_F(ImportSettingsTest, OfAValueInAnOldDraftAreRemembered) {
  host.lists.set("placesOfWork", {"London HQ", "Paris"});
  const NewHire first = import({{"location", "London"}});
  edit({first.id, {{"placeOfWork", "London HQ"}}, {}, {}});
  configure(R"({"values":null})");
  settle();
  promote({first.id, {}, {}});
  const NewHire next = import({{"location", "London"}, {"email", "next@home.example"}});
  EXPECT_EQ(next.fields.placeOfWork, "London HQ");
}

TEST_F(ImportSettingsTest, AreNotRememberedIfTheyAreOnNoList) {
  host.lists.set("placesOfWork", {"London HQ", "Paris"});
  const NewHire first = import({{"location", "London"}});
  edit({first.id, {{"placeOfWork", "My desk"}}, {}, {}});
  EXPECT_THAT(status().settings.text, Not(HasSubstr("My desk")));
}

TEST_F(ImportSettingsTest, ThatAreChangedAreAppliedToTheHiresThatAreHere) {
  for (int i = 0; i < 90; ++i) hire({{"email", "p" + std::to_string(i) + "@home.example"}});
  deliver();
  pass(5 * kMinute);
  configure(R"({"payPeriod":"annual"})");
  pass(10 * kMinute);
  for (const NewHire& hire : hires()) EXPECT_EQ(hire.fields.salaryPeriod, "annual");
}

TEST_F(ImportSettingsTest, AreListedFromAshby) {
  ashby.world.organization.addCustomField({{"title", "Shirt size"}, {"objectType", "Application"}},
                                          host.clock.now());
  import({{ "location", "London HQ" }});
  const auto fields = choices("customField").data;
  ASSERT_THAT(fields, SizeIs(1));
  EXPECT_EQ(fields[0].name, "Shirt size");
  EXPECT_EQ(fields[0].of, "application");
  EXPECT_THAT(choices("department").data, SizeIs(1));
  EXPECT_THAT(choices("location").data, SizeIs(1));
  EXPECT_EQ(choices("job").data.at(0).name, "Backend Engineer");
  EXPECT_EQ(codeOf([&] { choices("shoe"); }), Code::invalidArgument);
  ashby.reachable = false;
  EXPECT_EQ(codeOf([&] { choices("department"); }), Code::unavailable);
}

TEST_F(ImportSettingsTest, CustomFieldsAreThoseThatASourceCanName) {
  for (const char* owner : {"Candidate", "Application", "Offer", "Offer_Version", "Job", "Employee",
                            "Opening", "Opening_Version", "Talent_Project", "JobPosting", "Something"})
    ashby.world.organization.addCustomField({{"title", owner}, {"objectType", owner}}, host.clock.now());
  std::vector<std::string> shown;
  for (const auto& field : choices("customField").data) {
    shown.push_back(field.name + " as " + field.of.value_or("none"));
    configure(integration::dumpJson({{"sources", {{"equity", {*field.of + ":" + field.id}}}}}));
  }
  EXPECT_THAT(shown, testing::UnorderedElementsAre("Candidate as candidate", "Application as application",
                                                   "Offer as offer", "Offer_Version as offer", "Job as job"));
}

// If Ashby's list lacks a mapped custom field, every hire has a blank there. The health says so.
class MappedFields : public Connected {
 protected:
  std::string field(const char* owner = "Candidate") {
    return ashby.world.organization.addCustomField({{"title", "Legal name"}, {"objectType", owner}},
                                                   host.clock.now());
  }
  void map(const std::string& source) {
    configure(integration::dumpJson({{"sources", {{"middleName", {source}}}}}));
    pass(2 * kMinute);
  }
  std::string importOne(const Json& given) {
    std::string id = hire(given);
    deliver();
    settle();
    return id;
  }
};

TEST_F(MappedFields, ThatAreNotListedAreTold) {
  update();
  map("candidate:gone");
  EXPECT_EQ(status().state, ConnectionState::active);
  EXPECT_THAT(status().health,
              testing::AllOf(HasSubstr("candidate:gone"), HasSubstr("non-offer private fields"),
                             HasSubstr("confidential jobs")));
}

TEST_F(MappedFields, ThatAreListedAreNot) {
  update();
  map("candidate:" + field());
  EXPECT_THAT(status().health, HasSubstr("Active: last delivery"));
}

TEST_F(MappedFields, ThatVanishAreToldWithinAnHour) {
  update();
  const std::string id = field();
  map("candidate:" + id);
  ashby.world.organization.editCustomField(id, {{"isArchived", true}}, host.clock.now());
  pass(80 * kMinute);
  EXPECT_THAT(status().health, HasSubstr("candidate:" + id));
  ashby.world.organization.editCustomField(id, {{"isArchived", false}}, host.clock.now());
  pass(80 * kMinute);
  EXPECT_THAT(status().health, testing::Not(HasSubstr(id)));
}

TEST_F(MappedFields, ThatAreUnmappedAreToldNoLonger) {
  update();
  map("candidate:gone");
  configure(R"({"sources":null})");
  pass(2 * kMinute);
  EXPECT_THAT(status().health, HasSubstr("Active: last delivery"));
}

TEST_F(MappedFields, OfAFieldThatIsOffAreNotLookedFor) {
  update();
  configure(R"({"fields":{"middleName":false},"sources":{"middleName":["candidate:gone"]}})");
  pass(2 * kHour);
  EXPECT_EQ(ashby.calls("customField.list"), 0U);
  EXPECT_THAT(status().health, HasSubstr("Active: last delivery"));
}

TEST_F(MappedFields, ThatNoNewHireHasAreTold) {
  update();
  const std::string id = field();
  map("candidate:" + id);
  for (int i = 0; i < 9; ++i) importOne({});
  EXPECT_THAT(status().health, HasSubstr("Active: last delivery"));
  importOne({});
  EXPECT_EQ(status().state, ConnectionState::active);
  EXPECT_THAT(status().health, testing::AllOf(HasSubstr("none of the last 10 new hires"),
                                              HasSubstr("middleName (candidate:" + id + ")"),
                                              HasSubstr("choose another source")));
  importOne({{"candidateFields", {{"customFields", {{{"id", id}, {"value", "Jo"}}}}}}});
  EXPECT_THAT(status().health, HasSubstr("Active: last delivery"));
}

TEST_F(MappedFields, ThatOneOfTenHasAreNot) {
  update();
  const std::string id = field();
  map("candidate:" + id);
  const Json filled = {{"candidateFields", {{"customFields", {{{"id", id}, {"value", "Jo"}}}}}}};
  for (int i = 0; i < 12; ++i) importOne(i == 6 ? filled : Json::object());
  EXPECT_THAT(status().health, HasSubstr("Active: last delivery"));
}

TEST_F(MappedFields, OfOneHireReadOftenAreCountedOnce) {
  update();
  map("candidate:" + field());
  const std::string id = importOne({});
  for (int i = 0; i < 12; ++i) {
    pass(kMinute);
    touch(id);
    deliver();
    settle();
  }
  EXPECT_THAT(status().health, HasSubstr("Active: last delivery"));
}

TEST_F(MappedFields, OfAnOfferThatIsNotAgreedAreNotCounted) {
  update();
  map("offer:" + field("Offer"));
  for (int i = 0; i < 12; ++i) importOne({{"offer", "none"}});
  EXPECT_THAT(status().health, HasSubstr("Active: last delivery"));
}

TEST_F(MappedFields, AreCountedAnewWhenMappedToAnother) {
  update();
  map("candidate:" + field());
  for (int i = 0; i < 10; ++i) importOne({});
  map("candidate:" + field());
  EXPECT_THAT(status().health, HasSubstr("Active: last delivery"));
  for (int i = 0; i < 10; ++i) importOne({});
  EXPECT_THAT(status().health, HasSubstr("none of the last 10"));
  configure(R"({"sources":null})");
  EXPECT_THAT(status().health, HasSubstr("Active: last delivery"));
}

TEST_F(MappedFields, AreNotJudgedWithoutThePermission) {
  update();
  ashby.world.api.keys.find(ashby.world.api.keys.all().begin()->first)
      ->scopes.erase("hiringProcessMetadata:read");
  map("candidate:gone");
  pass(2 * kHour);
  EXPECT_EQ(status().state, ConnectionState::active);
  EXPECT_THAT(status().health, HasSubstr("Active: last delivery"));
}

}  // namespace
}  // namespace ashby::test
