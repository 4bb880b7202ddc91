// Tests the check tool: it must report all mistakes of a plugin, and nothing else.
#include "support.hpp"

#include <array>
#include <cstdio>

#include "integration/json.hpp"

namespace integration {
namespace {

using ::testing::HasSubstr;

struct ToolRun {
  int exitStatus = -1;
  std::string output;
};

ToolRun check(const std::string& arguments) {
  ToolRun run;
  FILE* pipe = popen((std::string(CHECK_TOOL) + " " + arguments + " 2>&1").c_str(), "r");
  std::array<char, 4096> block;
  while (std::size_t count = fread(block.data(), 1, block.size(), pipe))
    run.output.append(block.data(), count);
  run.exitStatus = WEXITSTATUS(pclose(pipe));
  return run;
}

// Runs one check on a test plugin; returns "status: message".
std::string resultOf(const std::string& plugin, const std::string& name) {
  const Json json = parseJson(check(pluginFolder(plugin).string() + " --json --include " + name).output);
  const Json& result = json["checks"][0];
  return result["status"].get<std::string>() + ": " + result["message"].get<std::string>();
}

TEST(CheckTool, PassesASoundPlugin) {
  // Leaves out the checks with run_work, because echo's run_work ends only when it is cancelled.
  for (const char* name :
       {"exports-exactly-one-symbol", "manifest-equals-describe", "first-host-struct-taken",
        "describe-is-stable", "deep-input", "create-uses-no-service"})
    EXPECT_EQ(resultOf("echo", name), "passed: ") << name;
}

TEST(CheckTool, SaysHowAPluginCrashed) {
  EXPECT_THAT(resultOf("crashes", "error-has-message"), HasSubstr("crashed: ended by signal"));
}

TEST(CheckTool, SeesALibraryWithoutTheEntry) {
  EXPECT_THAT(resultOf("no_symbol", "exports-exactly-one-symbol"), HasSubstr("failed: it doesn't export"));
}

TEST(CheckTool, SeesADescriptionThatDiffersFromTheManifest) {
  EXPECT_THAT(resultOf("describes_another", "manifest-equals-describe"), HasSubstr("failed"));
}

TEST(CheckTool, SeesAHostOfAnotherMajorVersionTaken) {
  EXPECT_THAT(resultOf("rubbish", "wrong-major-refused"),
              HasSubstr("failed: a host of the next major version got a table"));
}

TEST(CheckTool, SeesServicesUsedWithoutARight) {
  EXPECT_THAT(resultOf("service_probe", "services-as-allowed"), HasSubstr("failed"));
}

TEST(CheckTool, SeesAnswersOfTheWrongShape) {
  EXPECT_THAT(resultOf("rubbish", "answers-have-shape"), HasSubstr("failed"));
}

TEST(CheckTool, SeesRubbishTaken) {
  EXPECT_THAT(resultOf("large_table", "not-json-refused"), HasSubstr("failed"));
}

TEST(CheckTool, SeesErrorsThatAreNotTold) {
  EXPECT_THAT(resultOf("rubbish", "error-has-message"), HasSubstr("failed"));
}

TEST(CheckTool, SeesExceptionsThatCross) {
  EXPECT_THAT(resultOf("throws_raw", "missing-services"), HasSubstr("failed: status lets an exception out"));
  EXPECT_THAT(resultOf("throws_raw", "create-destroy-x100"),
              HasSubstr("failed: destroy lets an exception out"));
}

TEST(CheckTool, SeesDeliveriesHeldUpByEnable) {
  EXPECT_EQ(resultOf("echo", "delivery-while-enabling"), "passed: ");
  EXPECT_THAT(resultOf("mistimed", "delivery-while-enabling"),
              HasSubstr("failed: a delivery is not answered until enable returns"));
}

TEST(CheckTool, SeesWorkAskedForByDisable) {
  EXPECT_EQ(resultOf("echo", "disabled-asks-for-no-work"), "passed: ");
  EXPECT_THAT(resultOf("mistimed", "disabled-asks-for-no-work"), HasSubstr("failed: disable asks for work"));
}

TEST(CheckTool, SeesWhichEntryChangedTheProcess) {
  EXPECT_THAT(resultOf("changes_umask", "process-left-alone"),
              HasSubstr("failed: create changes the process of its host: umask was"));
  EXPECT_THAT(resultOf("changes_handler", "process-left-alone"),
              HasSubstr("failed: handle_webhook changes the process of its host: handler of SIGUSR2 was"));
}

TEST(CheckTool, SeesWhichEntryLeftADescriptorOpen) {
  EXPECT_THAT(resultOf("leaves_descriptor", "process-left-alone"),
              HasSubstr("failed: handle_webhook changes the process of its host: descriptor"));
}

TEST(CheckTool, SeesWhichEntryClosedDescriptors) {
  EXPECT_THAT(resultOf("closes_descriptors", "process-left-alone"), HasSubstr("is closed"));
}

TEST(CheckTool, NamesEveryCheckWithASentence) {
  const ToolRun run = check("list");
  EXPECT_EQ(run.exitStatus, 0);
  EXPECT_GE(std::count(run.output.begin(), run.output.end(), '\n'), 30);
}

TEST(CheckTool, ExitsWithOneForAPluginThatBreaksTheContract) {
  const ToolRun run = check(pluginFolder("rubbish").string() +
                            " --only-failed --include manifest-schema --include not-json-refused");
  EXPECT_EQ(run.exitStatus, 1);
  EXPECT_THAT(run.output, HasSubstr("failed    not-json-refused"));
  EXPECT_THAT(run.output, ::testing::Not(HasSubstr("passed    manifest-schema")));
}

TEST(CheckTool, ExitsWithTwoForBadArguments) {
  for (const char* arguments : {"", "--no-such-flag x", "x --include no-such-check", "x y"})
    EXPECT_EQ(check(arguments).exitStatus, 2) << arguments;
}

TEST(CheckTool, SaysThatAFolderIsNone) {
  EXPECT_THAT(check("/no/such/folder --include manifest-schema").output,
              HasSubstr("/no/such/folder is no folder"));
}

}  // namespace
}  // namespace integration
