// Tests the preview of changed settings: it shows their effect and changes nothing.
#include "connection/settings_preview.hpp"
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using integration::SettingsPreview;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Preview : public Connected {
 protected:
  SettingsPreview preview(const std::string& settings, std::int64_t patience = 20 * kSecond) {
    FakeCall call(host, CallKind::sourceAction);
    call.deadlineAt = host.clock.now() + patience;
    return previewSettings(call, link, {{settings}});
  }
  void importMany(int count, const Json& given = Json::object()) {
    for (int i = 0; i < count; ++i) {
      Json person = given;
      person["email"] = "p" + std::to_string(i) + "@home.example";
      hireUnseen(person);
    }
    sync();
    pass(20 * kMinute);
  }
  std::vector<std::string> refused(const std::string& settings) {
    try {
      preview(settings);
    } catch (const Failure& failure) {
      std::vector<std::string> issues;
      for (const auto& issue : failure.error().issues) issues.push_back(issue.path + ":" + issue.code);
      return issues;
    }
    return {"taken"};
  }
};

TEST_F(Preview, CountsHiresThatLoseAFieldThatIsSwitchedOff) {
  importMany(53);
  const auto calls = ashby.calls();
  const SettingsPreview would = preview(R"({"fields":{"personalPhoneNumber":false}})");
  EXPECT_EQ(would.waiting, 53U);
  EXPECT_EQ(would.lookedAt, 53U);
  EXPECT_EQ(would.changes, 53U);
  ASSERT_THAT(would.examples, SizeIs(3));
  EXPECT_EQ(would.examples[0].name, "Nadia Okoye");
  EXPECT_EQ(would.examples[0].field, "personalPhoneNumber");
  EXPECT_EQ(would.examples[0].before, "+447700900123");
  EXPECT_EQ(would.examples[0].after, std::nullopt);
  EXPECT_NE(would.examples[0].id, would.examples[1].id);
  EXPECT_EQ(ashby.calls(), calls);  // the preview needs nothing from Ashby
}

TEST_F(Preview, ChangesNothing) {
  importMany(3);
  const std::string before = dump();
  preview(R"({"fields":{"personalPhoneNumber":false}})");
  preview(R"({"payPeriod":"annual","scope":{"departments":["Sales"]}})");
  EXPECT_EQ(dump(), before);
}

TEST_F(Preview, LeavesOutWhatAReviewerEdited) {
  const NewHire hire = import();
  edit({hire.id, {{"personalPhoneNumber", "+44 20 7946 0958"}}, {}, {}});
  EXPECT_EQ(preview(R"({"fields":{"personalPhoneNumber":false}})").changes, 0U);
}

TEST_F(Preview, LeavesOutFieldsThatAreEmpty) {
  import({{ "phone", nullptr }});
  EXPECT_EQ(preview(R"({"fields":{"personalPhoneNumber":false}})").changes, 0U);
}

TEST_F(Preview, TellsWhatAnythingElseWouldChange) {
  importMany(4);
  const SettingsPreview period = preview(R"({"payPeriod":"annual"})");
  EXPECT_EQ(period.changes, 4U);
  EXPECT_EQ(period.examples.at(0).field, "salary") << "pay is one value";
  EXPECT_EQ(period.examples.at(0).before, "82000 GBP");
  EXPECT_EQ(period.examples.at(0).after, "82000 GBP a year");
  EXPECT_EQ(preview(R"({"values":{"department":{"Engineering":"R&D"}}})").examples.at(0).after, "R&D");
  EXPECT_EQ(preview(R"({"sources":{"middleName":["candidate:cf-1"]}})").lookedAt, 4U);
}

TEST_F(Preview, TellsOfAFieldThatIsSwitchedOn) {
  configure(R"({"fields":{"personalPhoneNumber":false}})");
  import();
  const SettingsPreview would = preview(R"({"fields":{}})");
  EXPECT_EQ(would.changes, 1U);
  EXPECT_EQ(would.examples.at(0).after, "+447700900123");
}

TEST_F(Preview, TellsWhoWouldLeaveTheList) {
  import();
  import({{"department", "Sales"}, { "email", "sales@home.example" }});
  const SettingsPreview would = preview(R"({"scope":{"departments":["Sales"]}})");
  EXPECT_EQ(would.changes, 1U);
  EXPECT_EQ(would.examples.at(0).field, "state");
  EXPECT_EQ(would.examples.at(0).after, "withdrawn");
}

TEST_F(Preview, IsWhatSavingDoesThen) {
  importMany(7);
  const std::string settings = R"({"payPeriod":"annual","fields":{"personalPhoneNumber":false}})";
  const SettingsPreview would = preview(settings);
  const auto before = hires();
  configure(settings);
  pass(5 * kMinute);
  std::uint64_t changed = 0;
  for (const NewHire& hire : before) {
    const NewHire now = hireOf(hire.source.applicationId);
    if (now.fields.salaryPeriod != hire.fields.salaryPeriod ||
        now.fields.personalPhoneNumber != hire.fields.personalPhoneNumber)
      ++changed;
  }
  EXPECT_EQ(would.changes, changed);
}

TEST_F(Preview, IsNothingWithoutAChange) {
  importMany(2);
  const auto calls = ashby.calls();
  for (const char* settings : {"{}", R"({"fields":{}})", R"({"keepDiscardedDays":7})",
                               R"({"importFrom":"2026-01-01"})", R"({"fields":{"middleName":true}})"}) {
    EXPECT_EQ(preview(settings).changes, 0U) << settings;
    EXPECT_EQ(preview(settings).waiting, 2U) << settings;
  }
  EXPECT_EQ(ashby.calls(), calls);
}

TEST_F(Preview, RefusesWhatSavingRefuses) {
  EXPECT_THAT(refused(R"({"fields":{"firstName":false}})"), ElementsAre("fields/firstName:locked"));
  EXPECT_THAT(refused(R"({"importFrom":"soon"})"), ElementsAre("importFrom:invalid"));
  EXPECT_THAT(refused(R"({"apiKey":null})"), ElementsAre("apiKey:required"));
  EXPECT_THAT(refused(R"({"nonsense":1})"), ElementsAre("nonsense:unknown"));
  EXPECT_THAT(refused("{}"), ElementsAre("taken"));
}

TEST_F(Preview, TriesAnOfferedKeyWithoutARecord) {
  host.secrets.set("apiKey", {AshbyScript::kOldKey});
  const std::string before = dump();
  EXPECT_THAT(refused(R"({"apiKey":"apiKey"})"), ElementsAre("apiKey:refused"));
  EXPECT_EQ(dump(), before);
}

TEST_F(Preview, SaysHowManyItHadTimeFor) {
  importMany(40);
  ashby.takesMs = 200;
  const SettingsPreview would = preview(R"({"payPeriod":"annual"})");
  EXPECT_EQ(would.waiting, 40U);
  EXPECT_GT(would.lookedAt, 0U);
  EXPECT_LT(would.lookedAt, 40U);
  EXPECT_EQ(would.changes, would.lookedAt);
}

TEST_F(Preview, SaysThatAshbyCanNotBeAsked) {
  importMany(2);
  ashby.reachable = false;
  EXPECT_EQ(codeOf([&] { preview(R"({"payPeriod":"annual"})"); }), Code::unavailable);
  EXPECT_EQ(preview(R"({"fields":{"personalPhoneNumber":false}})").changes, 2U);
}

TEST_F(Preview, IsEmptyWithoutNewHires) {
  const SettingsPreview would = preview(R"({"payPeriod":"annual"})");
  EXPECT_EQ(would.waiting, 0U);
  EXPECT_THAT(would.examples, IsEmpty());
}

}  // namespace
}  // namespace ashby::test
