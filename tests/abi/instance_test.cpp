// Tests typed calls through a real library: every value arrives, and every breach of the contract is named.
#include "support.hpp"

namespace integration {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class Echo : public ::testing::Test {
 protected:
  CallOptions options() { return {.services = host.services(), .actor = "user-7"}; }
  std::string stored(const std::string& key) { return host.store.get(key).value; }

  test::FakeHost host;
  std::unique_ptr<PluginInstance> instance = makeInstance("echo");
};

TEST_F(Echo, ConfigureTakesTheSettingsAsTheyAre) {
  instance->configure(options(), R"({"importFrom": "2026-01-01"})");
  EXPECT_EQ(stored("settings"), R"({"importFrom": "2026-01-01"})");
}

TEST_F(Echo, EnableKnowsWhoAsked) {
  instance->enable(options());
  EXPECT_EQ(stored("enabledBy"), "user-7");
}

TEST_F(Echo, DisableSeesThatItIsCancelled) {
  const std::atomic<bool> cancelled = true;
  CallOptions cancelledOptions = options();
  cancelledOptions.cancelled = &cancelled;
  instance->disable(cancelledOptions);
  EXPECT_EQ(stored("enabledBy"), "cancelled");
}

TEST_F(Echo, HandleWebhookCarriesExactBytesBothWays) {
  const std::string body("\0\xff{\"\n", 5);
  const std::vector<Header> headers = {{"Ashby-Signature", "sha256=1"}, {"a", ""}};
  const WebhookReply reply =
      instance->handleWebhook(options(), {"POST", "/x", headers, body, "192.0.2.1", 77});
  EXPECT_EQ(reply.httpStatus, 202);
  EXPECT_EQ(reply.body, "POST /x " + body + " 192.0.2.1 77");
  ASSERT_EQ(reply.headers.size(), 2u);
  EXPECT_EQ(reply.headers[0].value, "sha256=1");
}

TEST_F(Echo, ListStagedCarriesTheQueryAndThePage) {
  ListQuery query;
  query.q = "Søren 🙂";
  query.limit = 4000000000;
  query.after = ListPosition{"v", "id9"};
  const ListPage page = instance->listStaged(options(), query);
  EXPECT_EQ(page.total, 4000000000u);
  ASSERT_EQ(page.data.size(), 1u);
  EXPECT_EQ(page.data[0].id, "Søren 🙂 after id9");
}

TEST_F(Echo, PromoteCarriesEditsAndThePerson) {
  const PromoteResult first = instance->promote(options(), {"app-1", {{"firstName", "Nadia"}}, {}});
  EXPECT_EQ(first.person.firstName, "Nadia");
  EXPECT_EQ(first.person.sourceId, "app-1");
  EXPECT_FALSE(first.alreadyAdded);
  EXPECT_TRUE(instance->promote(options(), {"app-1", {{"firstName", "N"}}, {}}).alreadyAdded);
}

TEST_F(Echo, AServicesErrorReachesTheHostWithItsIssues) {
  const Error error = errorOf([&] {
    instance->promote(options(), {"app-1", {{"firstName", std::nullopt}}, {}});
  });
  EXPECT_EQ(error.code, Code::invalidArgument);
  EXPECT_EQ(error.issues, (std::vector<Issue>{{"firstName", "required", "give a firstName"}}));
}

TEST_F(Echo, ThePluginsErrorReachesTheHostWhole) {
  const Error error = errorOf([&] { instance->discard(options(), {"app-1", true}); });
  EXPECT_EQ(error.code, Code::aborted);
  EXPECT_EQ(error.message, "app-1");
  EXPECT_EQ(error.retryAfterMs, 250);
  EXPECT_EQ(error.issues, (std::vector<Issue>{{"id", "stale", "erase"}}));
}

TEST_F(Echo, StatusReadsTheHostsClock) {
  host.clock.set(12345);
  EXPECT_EQ(instance->status(options()).health, "12345 c1");
}

TEST_F(Echo, ExtensionsAreFoundByTheirId) {
  EXPECT_TRUE(instance->supports(kRestore));
  EXPECT_TRUE(instance->supports(kExplain));
  EXPECT_FALSE(instance->supports(kSync));
  EXPECT_FALSE(instance->supports(""));
  instance->run<void>(options(), kRestore, RestoreRequest{"hire-1"});
  EXPECT_EQ(stored("restored"), "hire-1");
  EXPECT_EQ(instance->run<ImportExplanation>(options(), kExplain, ExplainQuery{"restored"}).state, "hire-1");
}

TEST_F(Echo, AnExtensionThatIsAbsentIsUnimplemented) {
  const Error error = errorOf([&] { instance->run<void>(options(), kSync, SyncRequest{}); });
  EXPECT_EQ(error.code, Code::unimplemented);
  EXPECT_THAT(error.message, AllOf(HasSubstr("echo"), HasSubstr(kSync)));
}

TEST_F(Echo, AQueryMayNotWrite) {
  const Error error = errorOf([&] { instance->runText(options(), kExplain, "{}"); });
  EXPECT_EQ(error.code, Code::invalidArgument);
  EXPECT_EQ(error.issues.at(0).path, "q");
}

TEST_F(Echo, AServiceThatTheCallLacksIsUnimplemented) {
  EXPECT_EQ(errorOf([&] { instance->status({}); }).code, Code::unimplemented);
}

TEST_F(Echo, AServiceAfterTheDeadlineIsRefused) {
  CallOptions late = options();
  late.deadline = host.clock.now() - 1;
  EXPECT_EQ(errorOf([&] { instance->status(late); }).code, Code::deadlineExceeded);
}

TEST_F(Echo, InvalidUtf8IsReplacedNotFatal) {
  ListQuery query;
  query.q = "\xc3\x28";
  EXPECT_EQ(instance->listStaged(options(), query).data.at(0).id, "\xef\xbf\xbd(");
}

TEST_F(Echo, DeliveryWhoseBodyIsWithheldIsNeverTaken) {
  WebhookRequest request{"POST", "", {}, "", "peer", 5, true};
  EXPECT_EQ(instance->handleWebhook(options(), request).httpStatus, 413);
  request.bodyWithheld = false;
  EXPECT_EQ(instance->handleWebhook(options(), request).httpStatus, 202);
}

class Rubbish : public ::testing::Test {
 protected:
  Error errorOfWebhook(std::string_view suffix) {
    WebhookRequest request;
    request.pathSuffix = suffix;
    return errorOf([&] { instance->handleWebhook({}, request); });
  }
  std::unique_ptr<PluginInstance> instance = makeInstance("rubbish");
};

TEST_F(Rubbish, AnswersAreInternalErrorsNamingTheEntry) {
  const Error error = errorOf([&] { instance->listStaged({}, {}); });
  EXPECT_EQ(error.code, Code::internal);
  EXPECT_THAT(error.message,
              AllOf(HasSubstr("plugin rubbish"), HasSubstr("list_staged"), HasSubstr("not JSON")));
}

TEST_F(Rubbish, AnswersOfTheWrongShapeListEveryField) {
  const Error error = errorOf([&] { instance->status({}); });
  EXPECT_EQ(error.code, Code::internal);
  EXPECT_THAT(error.message, HasSubstr("status"));
  EXPECT_EQ(error.issues.size(), 3u);
}

TEST_F(Rubbish, BesideAnOkThatTellsNothingIsAnError) {
  const Error error = errorOf([&] { instance->disable({}); });
  EXPECT_EQ(error.code, Code::internal);
  EXPECT_THAT(error.message, AllOf(HasSubstr("plugin rubbish"), HasSubstr("disable"), HasSubstr("not JSON")));
}

TEST_F(Rubbish, StatusNumbersReadAsUnknown) {
  EXPECT_EQ(errorOf([&] { instance->promote({}, {"x", {}, {}}); }).code, Code::unknown);
}

TEST_F(Rubbish, ErrorTextsKeepTheStatus) {
  const Error error = errorOf([&] { instance->discard({}, {"x", false}); });
  EXPECT_EQ(error.code, Code::aborted);
  EXPECT_FALSE(error.message.empty());
}

TEST_F(Rubbish, WebhookRepliesAreExactlyOne) {
  EXPECT_THAT(errorOfWebhook("none").message, AllOf(HasSubstr("handle_webhook"), HasSubstr("0 replies")));
  EXPECT_THAT(errorOfWebhook("two").message, HasSubstr("2 replies"));
  EXPECT_EQ(errorOfWebhook("none").code, Code::internal);
  EXPECT_EQ(errorOfWebhook("two").code, Code::internal);
}

TEST_F(Rubbish, WebhookStatusesAreWithinHttp) {
  EXPECT_EQ(errorOfWebhook("99").code, Code::internal);
  EXPECT_EQ(errorOfWebhook("600").code, Code::internal);
}

TEST_F(Rubbish, WebhookHeadersThatPointNowhereAreRefused) {
  EXPECT_EQ(errorOfWebhook("no headers").code, Code::internal);
}

TEST(Instance, ThatIsNoneIsAnInternalError) {
  EXPECT_EQ(errorOf([] { makeInstance("no_instance"); }).code, Code::internal);
}

TEST(Instance, WithAnExtensionTableThatIsTooSmallIsRefused) {
  EXPECT_EQ(errorOf([] { makeInstance("small_extension")->supports("x/1"); }).code, Code::internal);
}

}  // namespace
}  // namespace integration
