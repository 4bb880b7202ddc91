// Tests which entry may call which service: the table, and its effect on plugins.
#include "support.hpp"

#include <sstream>

namespace integration {
namespace {

const std::vector<std::pair<std::string, ServiceFunction>> kFunctions{
    {"storeGet", ServiceFunction::storeGet},       {"storeScan", ServiceFunction::storeScan},
    {"storeCommit", ServiceFunction::storeCommit}, {"httpSend", ServiceFunction::httpSend},
    {"secretsGet", ServiceFunction::secretsGet},   {"membersCreate", ServiceFunction::membersCreate},
    {"membersGet", ServiceFunction::membersGet},   {"membersMatch", ServiceFunction::membersMatch},
    {"clockNow", ServiceFunction::clockNow},       {"randomFill", ServiceFunction::randomFill},
    {"logWrite", ServiceFunction::logWrite},       {"wake", ServiceFunction::wake},
    {"listsGet", ServiceFunction::listsGet},       {"noticesTell", ServiceFunction::noticesTell}};

std::map<std::string, int> statusesIn(const std::string& report) {
  std::map<std::string, int> statuses;
  std::istringstream in(report);
  for (std::string item; in >> item;)
    statuses[item.substr(0, item.find('='))] = std::stoi(item.substr(item.find('=') + 1));
  return statuses;
}

class Rights : public ::testing::Test {
 protected:
  // Returns the report of service_probe from an entry.
  std::string report(CallKind kind) {
    const CallOptions options{.services = host.services()};
    switch (kind) {
      case CallKind::create:
        return errorOf([&] { create("probe create"); }).message;
      case CallKind::destroy:
        // destroy gets no services at all, so the allowed ones answer unimplemented.
        return errorOf([&] { create("c1")->close(std::chrono::seconds(1)); }).message;
      case CallKind::configure:
        return errorOf([&] { instance->configure(options, "{}"); }).message;
      case CallKind::enable:
        return errorOf([&] { instance->enable(options); }).message;
      case CallKind::disable:
        return errorOf([&] { instance->disable(options); }).message;
      case CallKind::handleWebhook:
        return errorOf([&] { instance->handleWebhook(options, {}); }).message;
      case CallKind::listStaged:
        return errorOf([&] { instance->listStaged(options, {}); }).message;
      case CallKind::promote:
        return errorOf([&] { instance->promote(options, {}); }).message;
      case CallKind::discard:
        return errorOf([&] { instance->discard(options, {}); }).message;
      case CallKind::status:
        return beforeKept(errorOf([&] { instance->status(options); }).message);
      case CallKind::runWork:
        return beforeKept(errorOf([&] { instance->runWork(options); }).message);
      case CallKind::userAction:
        return errorOf([&] { instance->runText(options, "action/1", "{}"); }).message;
      case CallKind::query:
        return errorOf([&] { instance->runText(options, "query/1", "{}"); }).message;
      case CallKind::sourceAction:
        return errorOf([&] { instance->runText(options, "source/1", "{}"); }).message;
    }
    return {};
  }
  std::unique_ptr<PluginInstance> create(const std::string& connection) {
    return PluginInstance::create(loadPlugin("service_probe"), {connection, "service_probe"},
                                  {.services = host.services()});
  }
  static std::string beforeKept(const std::string& text) { return text.substr(0, text.find("kept:")); }

  test::FakeHost host;
  std::unique_ptr<PluginInstance> instance = create("c1");
};

TEST_F(Rights, AreWhatEveryEntryMeets) {
  for (const integration::Rights& rights : kRights) {
    const std::map<std::string, int> statuses = statusesIn(report(rights.kind));
    ASSERT_EQ(statuses.size(), kFunctions.size()) << "kind " << static_cast<int>(rights.kind);
    for (const auto& [name, function] : kFunctions)
      EXPECT_EQ(statuses.at(name) != INTEGRATION_FAILED_PRECONDITION, allowed(rights, function))
          << name << " in kind " << static_cast<int>(rights.kind) << " answers " << statuses.at(name);
  }
}

TEST_F(Rights, CoverEveryKindOnce) {
  for (int kind = INTEGRATION_CALL_CREATE; kind <= INTEGRATION_CALL_SOURCE_ACTION; ++kind)
    EXPECT_EQ(std::count_if(kRights.begin(), kRights.end(),
                            [&](const auto& rights) { return static_cast<int>(rights.kind) == kind; }),
              1);
  for (const auto& [name, function] : kFunctions)
    EXPECT_FALSE(allowed(static_cast<CallKind>(99), function)) << name;
}

TEST_F(Rights, AreThoseOfTheContract) {
  EXPECT_FALSE(allowed(CallKind::create, ServiceFunction::storeGet));
  EXPECT_FALSE(allowed(CallKind::create, ServiceFunction::clockNow));
  EXPECT_TRUE(allowed(CallKind::create, ServiceFunction::logWrite));
  EXPECT_TRUE(allowed(CallKind::configure, ServiceFunction::httpSend));
  EXPECT_FALSE(allowed(CallKind::configure, ServiceFunction::membersMatch));
  EXPECT_TRUE(allowed(CallKind::handleWebhook, ServiceFunction::secretsGet));
  EXPECT_FALSE(allowed(CallKind::handleWebhook, ServiceFunction::httpSend));
  EXPECT_FALSE(allowed(CallKind::listStaged, ServiceFunction::storeCommit));
  EXPECT_TRUE(allowed(CallKind::listStaged, ServiceFunction::membersMatch));
  EXPECT_TRUE(allowed(CallKind::promote, ServiceFunction::membersCreate));
  EXPECT_FALSE(allowed(CallKind::promote, ServiceFunction::httpSend));
  EXPECT_FALSE(allowed(CallKind::discard, ServiceFunction::membersCreate));
  EXPECT_TRUE(allowed(CallKind::runWork, ServiceFunction::httpSend));
  EXPECT_FALSE(allowed(CallKind::userAction, ServiceFunction::httpSend));
  EXPECT_TRUE(allowed(CallKind::sourceAction, ServiceFunction::httpSend));
  EXPECT_FALSE(allowed(CallKind::sourceAction, ServiceFunction::membersCreate));
}

TEST_F(Rights, EndWithTheCall) {
  report(CallKind::disable);
  const std::string text = errorOf([&] { instance->runWork({.services = host.services()}); }).message;
  const auto statuses = statusesIn(text.substr(text.find("kept:") + 5));
  ASSERT_EQ(statuses.size(), kFunctions.size());
  for (const auto& [name, status] : statuses) EXPECT_EQ(status, INTEGRATION_FAILED_PRECONDITION) << name;
}

TEST_F(Rights, OfTheFakeCallAreTheSame) {
  for (const integration::Rights& rights : kRights) {
    test::FakeCall call(host, rights.kind);
    EXPECT_EQ(errorOf([&] { call.store().get("k"); }).code == Code::ok,
              allowed(rights, ServiceFunction::storeGet));
    EXPECT_EQ(errorOf([&] { (void)call.store().commit({}); }).code == Code::ok,
              allowed(rights, ServiceFunction::storeCommit));
    EXPECT_EQ(errorOf([&] { call.http().send({}); }).code == Code::ok,
              allowed(rights, ServiceFunction::httpSend));
    EXPECT_EQ(errorOf([&] { call.secrets().get("k"); }).code == Code::ok,
              allowed(rights, ServiceFunction::secretsGet));
    EXPECT_EQ(errorOf([&] { call.members().get("k"); }).code == Code::ok,
              allowed(rights, ServiceFunction::membersGet));
    EXPECT_EQ(errorOf([&] { call.members().match({}); }).code == Code::ok,
              allowed(rights, ServiceFunction::membersMatch));
    EXPECT_EQ(errorOf([&] { call.clock().now(); }).code == Code::ok,
              allowed(rights, ServiceFunction::clockNow));
    EXPECT_EQ(errorOf([&] { call.wake().wake(); }).code == Code::ok, allowed(rights, ServiceFunction::wake));
    EXPECT_EQ(errorOf([&] { call.lists().get("k"); }).code == Code::ok,
              allowed(rights, ServiceFunction::listsGet));
    EXPECT_EQ(errorOf([&] { call.notices().tell({}); }).code == Code::ok,
              allowed(rights, ServiceFunction::noticesTell));
  }
}

}  // namespace
}  // namespace integration
