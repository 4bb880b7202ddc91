// Tests what happens to a plugin that breaks the contract.
#include "integration/detail/marshalling.hpp"
#include "observer.hpp"
#include "support.hpp"

namespace integration {
namespace {

using ::testing::HasSubstr;

TEST(LatchingSink, RefusesEveryWriteAfterARefusal) {
  detail::TextSink text(3);
  EXPECT_EQ(detail::write(text.sink(), "four"), INTEGRATION_RESOURCE_EXHAUSTED);
  EXPECT_EQ(detail::write(text.sink(), "a"), INTEGRATION_RESOURCE_EXHAUSTED);
  EXPECT_TRUE(text.refused());
  EXPECT_EQ(text.text(), "");
}

TEST(LatchingSink, AnAnswerWithAHoleIsABreach) {
  const Error error = errorOf([] { makeInstance("overflows")->status({}); });
  EXPECT_EQ(error.code, Code::internal);
  EXPECT_THAT(error.message, HasSubstr("plugin overflows, connection c1, status: its answer has more than"));
}

TEST(LatchingSink, ADescriptionWithAHoleIsRefused) {
  EXPECT_THAT(errorOf([] { loadPlugin("overflows_describe"); }).message,
              HasSubstr("its describe writes more than 65536 bytes"));
}

TEST(ListQueryAnswer, MoreItemsThanAskedForAreABreach) {
  ListQuery one;
  one.limit = 1;
  const Error error = errorOf([&] { makeInstance("ignores_query")->listStaged({}, one); });
  EXPECT_EQ(error.code, Code::internal);
  EXPECT_THAT(error.message, HasSubstr("connection c1, list_staged: gave 2 hires where at most 1"));
}

TEST(ListQueryAnswer, AnAfterThatDoesNotMoveIsABreach) {
  const auto instance = makeInstance("ignores_query");
  ListQuery next;
  next.after = ListPosition{"2026-01-01T00:00:00.000Z", "h2"};
  EXPECT_EQ(instance->listStaged({}, {}).data.size(), 2U);
  EXPECT_THAT(errorOf([&] { instance->listStaged({}, next); }).message, HasSubstr("that `after` names"));
}

TEST(ErrorWithoutText, NamesPluginConnectionAndEntry) {
  const Error error = errorOf([] { makeInstance("ignores_query")->promote({}, {}); });
  EXPECT_EQ(error.message, "plugin ignores_query, connection c1, promote: no reason was given (status 14)");
}

class RaisedRights : public ::testing::Test {
 protected:
  std::string answer(std::int64_t deadline) {
    const CallOptions options{.services = host.services(), .deadline = deadline};
    return makeInstance("raises_rights")->handleWebhook(options, {}).body;
  }
  test::FakeHost host;
};

TEST_F(RaisedRights, GrantNoOtherService) {
  EXPECT_EQ(answer(0), std::to_string(INTEGRATION_FAILED_PRECONDITION) + " 0");
}

TEST_F(RaisedRights, DoNotOutliveTheDeadline) {
  EXPECT_THAT(answer(1), HasSubstr(" " + std::to_string(INTEGRATION_DEADLINE_EXCEEDED)));
}

class PluginObserverTest : public ::testing::Test {
 protected:
  std::unique_ptr<PluginInstance> make(const std::string& name) {
    return PluginInstance::create(
        PluginLibrary::load(Manifest::read(pluginFolder(name)), Unload::keepMapped, {}, observer),
        {"c1", name});
  }
  const std::shared_ptr<RememberingObserver> observer = std::make_shared<RememberingObserver>();
};

TEST_F(PluginObserverTest, HearsOfABreach) {
  ListQuery one;
  one.limit = 1;
  const Error error = errorOf([&] { make("ignores_query")->listStaged({}, one); });
  const auto told = observer->all();
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].what, "breach");
  EXPECT_EQ(told[0].call.entry, "list_staged");
  EXPECT_EQ(told[0].message, error.message);
}

TEST_F(PluginObserverTest, HearsOnceOfAServiceWithoutARight) {
  test::FakeHost host;
  make("raises_rights")->handleWebhook({.services = host.services()}, {});
  const auto told = observer->all();
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].message,
            "plugin raises_rights, connection c1, handle_webhook: this entry may not use members.create: "
            "rights.hpp has the table");
}

TEST_F(PluginObserverTest, HearsOnceOfACallUsedAfterItsEnd) {
  test::FakeHost host;
  const auto instance = make("service_probe");
  EXPECT_THROW(instance->disable({.services = host.services()}), Failure);
  for (int i = 0; i < 2; ++i) EXPECT_THROW(instance->status({.services = host.services()}), Failure);
  std::vector<std::string> late;
  for (const auto& told : observer->all())
    if (told.message.find("after it had returned") != std::string::npos) late.push_back(told.message);
  EXPECT_THAT(late,
              testing::ElementsAre(
                  "plugin service_probe, connection c1, disable: used store.get after it had returned"));
}

}  // namespace
}  // namespace integration
