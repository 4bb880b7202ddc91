// Tests plugins that a host refuses to load, and the reasons.
#include "support.hpp"

namespace integration {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// Returns why a test plugin is refused. Expects that the refusal names the file.
std::string refusalOf(const std::string& name) {
  const Error error = errorOf([&] { loadPlugin(name, Unload::whenUnused); });
  EXPECT_EQ(error.code, Code::failedPrecondition) << name;
  EXPECT_THAT(error.message, HasSubstr("abi_plugin_" + name + ".so"));
  return error.message;
}

TEST(Library, ThatIsSoundIsLoaded) {
  const auto library = loadPlugin("echo");
  EXPECT_EQ(library->manifest().id, "echo");
  EXPECT_NE(library->api().promote, nullptr);
}

TEST(Library, ThatCannotBeLoadedIsRefusedWithReason) {
  TempFolder folder;
  folder.write("a.so", "this is no shared library" + std::string(200, ' '));
  folder.write("manifest.json",
               R"({"id": "a", "name": "A", "version": "1.0.0", "abi": {"major": 0, "minor": 9},
      "library": "a.so", "origins": [], "settings": {"type": "object", "properties": {}}})");
  const Error error = errorOf([&] { PluginLibrary::load(Manifest::read(folder.path())); });
  EXPECT_EQ(error.code, Code::failedPrecondition);
  EXPECT_THAT(error.message, AllOf(HasSubstr("a.so can't be loaded"), HasSubstr("ELF")));
}

TEST(Library, WithoutTheSymbolIsNoPlugin) {
  EXPECT_THAT(refusalOf("no_symbol"), HasSubstr("exports no integration_plugin_entry"));
}

TEST(Library, WhoseEntryRefusesIsRefusedWithItsReason) {
  EXPECT_THAT(refusalOf("entry_null"), HasSubstr("the moon is not full"));
}

TEST(Library, WhoseEntryThrowsIsRefused) {
  EXPECT_THAT(refusalOf("entry_throws"), HasSubstr("let an exception out"));
}

TEST(Library, RefusesAnotherVersionThanTheManifests) {
  EXPECT_THAT(refusalOf("wrong_major"), AllOf(HasSubstr("built for ABI 1.9"), HasSubstr("manifest says 0.9"),
                                              HasSubstr("host offers 0.9")));
  EXPECT_THAT(refusalOf("newer_minor"), HasSubstr("built for ABI 0.10"));
}

TEST(Library, WithTooSmallTableIsRefusedWithBothSizes) {
  EXPECT_THAT(refusalOf("small_table"), AllOf(HasSubstr("has 104 bytes"), HasSubstr("least is 112")));
}

TEST(Library, WithATableThatLacksAFunctionIsRefusedNamingIt) {
  EXPECT_THAT(refusalOf("no_promote"), HasSubstr("no promote"));
}

TEST(Library, ThatContradictsItsManifestIsRefused) {
  EXPECT_THAT(refusalOf("describes_another"),
              AllOf(HasSubstr("\"other\""), HasSubstr("\"describes_another\"")));
}

TEST(Library, ThatDescribesItselfWithRubbishIsRefused) {
  EXPECT_THAT(refusalOf("describes_rubbish"), HasSubstr("is not JSON"));
}

}  // namespace
}  // namespace integration
