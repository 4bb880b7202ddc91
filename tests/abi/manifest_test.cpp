// Tests the checks of a plugin's folder and manifest before anything is loaded.
#include "support.hpp"

#include "integration/json.hpp"

namespace integration {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const char* const kSound = R"({"id": "a", "name": "A", "version": "1.0.0", "abi": {"major": 0, "minor": 9},
  "library": "a.so", "origins": ["https://api.example.com"], "settings": {"type": "object", "properties": {}}})";

// Returns the sound manifest with one value (JSON text) at a JSON pointer; "" removes the value.
std::string changed(const std::string& pointer, const std::string& value) {
  auto json = nlohmann::json::parse(kSound);
  const nlohmann::json::json_pointer at(pointer);
  if (value.empty())
    json[at.parent_pointer()].erase(at.back());
  else
    json[at] = nlohmann::json::parse(value);
  return json.dump();
}

class ManifestFolder : public ::testing::Test {
 protected:
  Error errorWith(const std::string& manifest) {
    folder.write("manifest.json", manifest);
    return errorOf([&] { Manifest::read(folder.path()); });
  }
  void SetUp() override { folder.write("a.so", "never loaded here"); }

  TempFolder folder;
};

TEST_F(ManifestFolder, IsReadWhole) {
  folder.write("manifest.json", kSound);
  const Manifest manifest = Manifest::read(folder.path());
  EXPECT_EQ(manifest.id, "a");
  EXPECT_EQ(manifest.abiMinor, 9);
  EXPECT_EQ(manifest.origins, std::vector<std::string>{"https://api.example.com"});
  EXPECT_EQ(manifest.library, std::filesystem::canonical(folder.path() / "a.so"));
}

TEST_F(ManifestFolder, ThatIsMissingIsNamed) {
  const Error error = errorOf([] { Manifest::read("/no/such/folder"); });
  EXPECT_EQ(error.code, Code::notFound);
  EXPECT_THAT(error.message, HasSubstr("/no/such/folder"));
}

TEST_F(ManifestFolder, WithoutAManifestSaysWhichFileItNeeds) {
  const Error error = errorOf([&] { Manifest::read(folder.path()); });
  EXPECT_EQ(error.code, Code::notFound);
  EXPECT_THAT(error.message, HasSubstr("manifest.json"));
}

TEST_F(ManifestFolder, WithAFolderForAManifestIsRefused) {
  std::filesystem::create_directory(folder.path() / "manifest.json");
  EXPECT_EQ(errorOf([&] { Manifest::read(folder.path()); }).code, Code::notFound);
}

TEST_F(ManifestFolder, WithAManifestThatIsNotJsonSaysAtWhichByte) {
  const Error error = errorWith("{\"id\": oops}");
  EXPECT_EQ(error.code, Code::invalidArgument);
  EXPECT_THAT(error.message,
              AllOf(HasSubstr("manifest.json"), HasSubstr("byte"), ::testing::Not(HasSubstr("oops"))));
}

TEST_F(ManifestFolder, WithAHugeOrDeepManifestIsRefused) {
  EXPECT_EQ(errorWith(std::string(300 * 1024, ' ') + kSound).code, Code::invalidArgument);
  EXPECT_EQ(errorWith(std::string(100000, '[')).code, Code::invalidArgument);
}

TEST_F(ManifestFolder, OfAnotherShapeHasAnIssuePerMistake) {
  const Error error =
      errorWith(R"({"name": 5, "version": "one", "abi": {"major": 0}, "library": "a.so", "colour": "red",
      "origins": ["https://good.example", "http://plain.example", "https://x.example/path"],
      "settings": {"type": "object", "properties": {"k": {"type": "colour"}}}})");
  EXPECT_EQ(error.code, Code::invalidArgument);
  std::map<std::string, std::string> found;
  for (const Issue& issue : error.issues) found[issue.path] = issue.code + ": " + issue.message;
  EXPECT_EQ(found.size(), 8u) << error.message;
  EXPECT_EQ(found["id"], "required: id is missing: add text such as ashby");
  EXPECT_EQ(found["name"], "invalid: must be text from 1 to 100 characters such as Ashby");
  EXPECT_EQ(found["version"], "invalid: must be text such as 1.4.0");
  EXPECT_EQ(found["abi/minor"], "required: minor is missing: add a whole number from 0 to 65535");
  EXPECT_THAT(found["colour"], HasSubstr("unknown: there is no such name here; known are $schema, abi"));
  EXPECT_EQ(found["origins/1"], "invalid: must be text such as https://api.ashbyhq.com");
  EXPECT_EQ(found["origins/2"], "invalid: must be text such as https://api.ashbyhq.com");
  EXPECT_EQ(found["settings/properties/k/type"],
            "invalid: must be one of string, integer, number, boolean, object, array");
}

TEST_F(ManifestFolder, WithAVersionThatIsNoWholeNumberIsRefused) {
  const std::string sound(kSound), ninth = "\"minor\": 9";
  for (const char* minor : {"9.0", "9e0", "-1", "70000", "\"9\"", "null", "18446744073709551616"}) {
    std::string text = sound;
    EXPECT_NE(
        errorWith(text.replace(text.find(ninth), ninth.size(), std::string("\"minor\": ") + minor)).code,
        Code::ok)
        << minor;
  }
}

TEST_F(ManifestFolder, ThatIsNoObjectIsRefused) {
  EXPECT_EQ(errorWith("[]").code, Code::invalidArgument);
  EXPECT_EQ(errorWith("null").code, Code::invalidArgument);
}

TEST_F(ManifestFolder, OfAnotherMajorIsRefusedWithBothVersions) {
  const Error error = errorWith(changed("/abi/major", "1"));
  EXPECT_EQ(error.code, Code::failedPrecondition);
  EXPECT_THAT(error.message, AllOf(HasSubstr("ABI 1.9"), HasSubstr("offers 0.9")));
}

TEST_F(ManifestFolder, OfANewerMinorVersionIsRefusedWithBothVersions) {
  const Error error = errorWith(changed("/abi/minor", "10"));
  EXPECT_EQ(error.code, Code::failedPrecondition);
  EXPECT_THAT(error.message, AllOf(HasSubstr("ABI 0.10"), HasSubstr("offers 0.9")));
}

TEST_F(ManifestFolder, RefusesAnotherMajorVersionInAnyShape) {
  EXPECT_EQ(errorWith(R"({"abi": {"major": 7, "minor": 0}, "everything": "else"})").code,
            Code::failedPrecondition);
}

TEST_F(ManifestFolder, OfAnOlderMinorVersionIsTaken) {
  EXPECT_EQ(errorWith(changed("/abi/minor", "3")).code, Code::ok);
}

TEST_F(ManifestFolder, WithALibraryOutsideIsRefused) {
  for (const char* library : {R"("../a.so")", R"("/usr/lib/a.so")", R"("x/../../a.so")"}) {
    const Error error = errorWith(changed("/library", library));
    EXPECT_EQ(error.code, Code::invalidArgument) << library;
    EXPECT_THAT(error.message, HasSubstr("outside"));
  }
  std::filesystem::create_symlink(ABI_HEADER, folder.path() / "link.so");
  EXPECT_EQ(errorWith(changed("/library", R"("link.so")")).code, Code::invalidArgument);
}

TEST_F(ManifestFolder, WithoutItsLibraryNamesTheFile) {
  const Error error = errorWith(changed("/library", R"("b.so")"));
  EXPECT_EQ(error.code, Code::notFound);
  EXPECT_THAT(error.message, HasSubstr("b.so"));
}

TEST_F(ManifestFolder, WithALibraryThatEveryoneCanChangeIsRefused) {
  std::filesystem::permissions(folder.path() / "a.so", std::filesystem::perms::others_write,
                               std::filesystem::perm_options::add);
  const Error error = errorWith(kSound);
  EXPECT_EQ(error.code, Code::permissionDenied);
  EXPECT_THAT(error.message, HasSubstr("chmod o-w"));
}

TEST_F(ManifestFolder, WithAnotherLibraryThanItsHashSaysIsRefused) {
  const Error error = errorWith(changed("/sha256", "\"" + std::string(64, '0') + "\""));
  EXPECT_EQ(error.code, Code::failedPrecondition);
  EXPECT_THAT(error.message, HasSubstr("sha256"));
}

TEST_F(ManifestFolder, WithTheLibraryThatItsHashNamesIsTaken) {
  // SHA-256 of "never loaded here", by sha256sum.
  const std::string hash = "\"9bb82fb13fe173d6ef6689bf14d19d7f745dbbb66d74cfa90c1b3655c4d4c6e6\"";
  EXPECT_EQ(errorWith(changed("/sha256", hash)).code, Code::ok);
}

TEST_F(ManifestFolder, WithABrokenPatternOfASettingIsRefused) {
  const Error error =
      errorWith(changed("/settings/properties/k", R"({"type": "string", "pattern": "[unclosed"})"));
  EXPECT_EQ(error.code, Code::invalidArgument);
  ASSERT_EQ(error.issues.size(), 1u);
  EXPECT_EQ(error.issues[0].path, "settings/properties/k/pattern");
}

TEST_F(ManifestFolder, EveryPropertyThatIsMissingIsMissed) {
  for (const char* name : {"id", "name", "version", "abi", "library", "origins", "settings"}) {
    const Error error = errorWith(changed(std::string("/") + name, ""));
    ASSERT_EQ(error.issues.size(), 1u) << name;
    EXPECT_EQ(error.issues[0].path, name);
    EXPECT_EQ(error.issues[0].code, "required");
  }
}

TEST(ManifestOfAshby, IsSound) {
  TempFolder folder;
  std::filesystem::copy(TOP_MANIFEST, folder.path() / "manifest.json");
  folder.write("ashby_plugin.so", "");
  const Manifest manifest = Manifest::read(folder.path());
  EXPECT_EQ(manifest.id, "ashby");
  EXPECT_EQ(manifest.secretNames(), std::vector<std::string>{"apiKey"});
  EXPECT_EQ(manifest.webhookSecret, "webhookSecret");
  EXPECT_EQ(manifest.webhookSignatureHeader, "Ashby-Signature");
}

// The text describes one way to the keys, in the words of the help page. It names only permissions that some
// call needs; "API Keys" is not one of them.
TEST(ManifestOfAshby, AsksForTheKeyAsTheHelpPageDoes) {
  std::ifstream file(TOP_MANIFEST);
  const nlohmann::json manifest = nlohmann::json::parse(file);
  const std::string asked =
      manifest.at(nlohmann::json::json_pointer("/settings/properties/apiKey/description"));
  EXPECT_THAT(asked, HasSubstr("open Admin area, click \"API Keys\""));
  EXPECT_THAT(asked, HasSubstr("Read access to Candidates, Offers, Jobs and Organization; Hiring Process"));
  EXPECT_EQ(asked.find("API Keys"), asked.rfind("API Keys"));
}

}  // namespace
}  // namespace integration
