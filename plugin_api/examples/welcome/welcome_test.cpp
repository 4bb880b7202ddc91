// How an author tests a plugin: the real library under a host in memory.
#include <gtest/gtest.h>

#include "integration/host.hpp"
#include "integration/testing/fake_host.hpp"

namespace integration {
namespace {

class Welcome : public ::testing::Test {
 protected:
  Welcome() { host.secrets.set("sharedSecret", {"s3cret"}); }

  CallOptions options() { return {.services = host.services()}; }
  int deliver(std::string_view body, const std::string& secret = "s3cret") {
    const std::vector<Header> headers = {{"x-welcome-secret", secret}};
    return instance->handleWebhook(options(), {"POST", "", headers, body, "", 0}).httpStatus;
  }
  std::uint64_t staged() { return instance->listStaged(options(), {}).total; }

  test::FakeHost host;
  std::unique_ptr<PluginInstance> instance = PluginInstance::create(
      PluginLibrary::load(Manifest::read(WELCOME_FOLDER)), {"connection-1", "welcome"});
};

constexpr char kNadia[] = R"({"id": "42", "fields": {"firstName": "Nadia", "lastName": "Okoye"}})";

TEST_F(Welcome, StagesADeliveryOnce) {
  EXPECT_EQ(deliver(kNadia), 200);
  EXPECT_EQ(deliver(kNadia), 200);
  EXPECT_EQ(staged(), 1u);
}

TEST_F(Welcome, GivesEachHireOnOnePage) {
  for (const char* id : {"3", "1", "2"})
    deliver(R"({"fields": {"lastName": "Okoye"}, "id": ")" + std::string(id) + "\"}");
  ListQuery query;
  query.sort = HireSort::lastName;
  query.descending = false;
  query.limit = 2;
  const ListPage first = instance->listStaged(options(), query);
  ASSERT_EQ(first.data.size(), 2u);
  EXPECT_EQ(first.total, 3u);
  query.after = ListPosition{"okoye", first.data.back().id};
  const ListPage second = instance->listStaged(options(), query);
  ASSERT_EQ(second.data.size(), 1u);
  EXPECT_EQ(first.data[0].id + first.data[1].id + second.data[0].id, "123");
}

TEST_F(Welcome, RefusesAWrongSecretAfterAFreshLook) {
  EXPECT_EQ(deliver(kNadia, "guess"), 401);
  EXPECT_EQ(staged(), 0u);
  host.secrets.setUnseen("sharedSecret", {"rotated", "s3cret"});
  EXPECT_EQ(deliver(kNadia, "rotated"), 200);
}

TEST_F(Welcome, TellsTheSenderWhatItCannotUse) {
  EXPECT_EQ(deliver("rubbish"), 400);
  EXPECT_EQ(deliver(R"({"fields": {}})"), 400);
}

TEST_F(Welcome, PromotesWithEditsAndOnlyOnce) {
  deliver(kNadia);
  const PromoteRequest request{"42", {{"jobTitle", "Engineer"}}, {}};
  EXPECT_FALSE(instance->promote(options(), request).alreadyAdded);
  EXPECT_TRUE(instance->promote(options(), request).alreadyAdded);
  EXPECT_EQ(host.members.people().at(0).jobTitle, "Engineer");
  EXPECT_EQ(staged(), 0u);
}

TEST_F(Welcome, FinishesAPromotionWhoseAnswerWasLost) {
  deliver(kNadia);
  const PromoteRequest request{"42", {{"jobTitle", "Engineer"}}, {}};
  host.members.loseNextAnswer();
  EXPECT_THROW(instance->promote(options(), request), Failure);
  EXPECT_TRUE(instance->promote(options(), request).alreadyAdded);
  EXPECT_EQ(host.members.people().size(), 1u);
}

TEST_F(Welcome, KeepsADeletedHireDeleted) {
  deliver(kNadia);
  instance->discard(options(), {"42", false});
  EXPECT_EQ(deliver(kNadia), 200);
  EXPECT_EQ(staged(), 0u);
}

}  // namespace
}  // namespace integration
