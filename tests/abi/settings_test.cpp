// Tests the checks of users' settings against the schema of a manifest.
#include "support.hpp"

namespace integration {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Manifest manifest() {
  Manifest manifest;
  manifest.settingsSchema =
      R"({"type": "object", "required": ["region"], "additionalProperties": false, "properties": {
      "apiKey": {"type": "string", "secret": true, "minLength": 1, "maxLength": 20},
      "token": {"type": "string", "secret": true},
      "from": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2026-11-23"]},
      "region": {"type": "string", "enum": ["eu", "us"]},
      "days": {"type": "integer", "minimum": 1, "maximum": 30},
      "strict": {"type": "boolean"}}})";
  return manifest;
}

std::vector<Issue> issuesOf(const std::string& settings) {
  return errorOf([&] { manifest().validateSettings(settings); }).issues;
}

TEST(Settings, ThatFitAreTaken) {
  manifest().validateSettings(
      R"({"apiKey": "k", "from": "2026-01-31", "region": "eu", "days": 30, "strict": true})");
}

TEST(Settings, OfUnknownNamesAreNamed) {
  const std::vector<Issue> issues = issuesOf(R"({"region": "eu", "apikey": "x"})");
  ASSERT_EQ(issues.size(), 1u);
  EXPECT_EQ(issues[0].path, "apikey");
  EXPECT_EQ(issues[0].code, "unknown");
  EXPECT_THAT(issues[0].message, HasSubstr("apiKey"));
}

TEST(Settings, UnknownNamesAreNamedUnforbiddenToo) {
  Manifest lenient = manifest();
  lenient.settingsSchema = R"({"type": "object", "properties": {}})";
  const Error error = errorOf([&] { lenient.validateSettings(R"({"x": 1})"); });
  ASSERT_EQ(error.issues.size(), 1u);
  EXPECT_EQ(error.issues[0].code, "unknown");
}

TEST(Settings, NullRestoresDefaultUnlessSecret) {
  const std::string others = R"({"apiKey": "k", "region": "eu", )";
  for (const char* name : {"from", "days", "strict"})
    EXPECT_NO_THROW(manifest().validateSettings(others + "\"" + name + "\": null}")) << name;
  EXPECT_EQ(issuesOf(others + R"("token": null})").at(0).path, "token");
}

TEST(Settings, GetAnIssueEachForAllThatIsWrong) {
  std::map<std::string, std::string> found;
  for (const Issue& issue :
       issuesOf(R"({"apiKey": "", "token": null, "from": "soon", "days": 31.5, "strict": "yes"})"))
    found[issue.path] = issue.message;
  EXPECT_EQ(found.size(), 6u);
  EXPECT_EQ(found["apiKey"], "must be text from 1 to 20 characters");
  EXPECT_EQ(found["token"], "must be text");
  EXPECT_EQ(found["from"], "must be text such as 2026-11-23");
  EXPECT_EQ(found["days"], "must be a whole number from 1 to 30");
  EXPECT_EQ(found["strict"], "must be true or false");
  EXPECT_EQ(found["region"], "region is missing: add one of eu, us");
}

TEST(Settings, NeverAppearInTheErrorAboutThem) {
  const Error error = errorOf(
      [] { manifest().validateSettings(R"({"apiKey": "0123456789-0123456789-secret", "region": "eu"})"); });
  EXPECT_EQ(error.code, Code::invalidArgument);
  EXPECT_THAT(error.message, Not(HasSubstr("secret")));
  EXPECT_THAT(error.issues.at(0).message, Not(HasSubstr("secret")));
}

TEST(Settings, ThatAreNoObjectAreRefused) {
  for (const char* text : {"", "{", "[]", "null", "\"text\"", "{\"region\":\"\xff\"}"})
    EXPECT_EQ(errorOf([&] { manifest().validateSettings(text); }).code, Code::invalidArgument) << text;
}

TEST(Settings, OfAnySizeAndDepthAreRefusedWithoutHarm) {
  EXPECT_EQ(issuesOf(R"({"region": "eu", "from": ")" + std::string(1000000, '1') + "\"}").at(0).path, "from");
  EXPECT_EQ(errorOf([] { manifest().validateSettings(std::string(100000, '[')); }).code,
            Code::invalidArgument);
}

TEST(Settings, ThatAreSecretAreKnownByName) {
  EXPECT_EQ(manifest().secretNames(), (std::vector<std::string>{"apiKey", "token"}));
}

}  // namespace
}  // namespace integration
