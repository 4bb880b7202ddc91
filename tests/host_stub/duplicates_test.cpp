// Tests possible duplicates across the connections of a company.
#include <chrono>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

const Json kAmara = {{"personalEmail", "amara@example.org"}};

// Two connections that hold the same person.
struct TwoConnections {
  AcmeHost acme;
  std::string first = acme.connect("first"), second = acme.connect("second");
  std::string hire = acme.stage(first, "a1", kAmara), other = acme.stage(second, "a2", kAmara);

  Json duplicatesOf(const std::string& id) { return acme.get("/api/new-hires/" + id)["possibleDuplicates"]; }
};

TEST(DuplicateApi, InAnotherConnectionIsNamedWithIt) {
  TwoConnections two;
  const Json found = two.duplicatesOf(two.hire);
  ASSERT_EQ(found.size(), 1U) << found;
  EXPECT_EQ(found[0]["kind"], "same_email");
  EXPECT_EQ(found[0]["connectionId"], two.second);
  EXPECT_EQ(found[0]["hireId"], two.other);
  EXPECT_EQ(two.duplicatesOf(two.other)[0]["hireId"], two.hire);
}

TEST(DuplicateApi, OfTheSameApplicationIsFoundWithoutAnyField) {
  AcmeHost acme;
  const std::string first = acme.connect("first"), second = acme.connect("second");
  const std::string hire = acme.stage(first, "a1");
  acme.stage(second, "a1");
  const Json found = acme.get("/api/new-hires/" + hire)["possibleDuplicates"];
  ASSERT_EQ(found.size(), 1U) << found;
  EXPECT_EQ(found[0]["kind"], "same_application");
  EXPECT_EQ(found[0]["connectionId"], second);
}

TEST(DuplicateApi, OfAnotherCompanyIsNone) {
  TwoConnections two;
  const std::string stranger = two.acme.host.newUser("Sam", "owner", "other");
  const Json theirs =
      two.acme.host.callAs(stranger, "POST", "/api/connections", R"({"integration":"acme","name":"theirs"})")
          .json();
  const std::string url = theirs["requestUrl"].get<std::string>();
  two.acme.host.callAs(stranger, "POST", "/api/connections/" + theirs["id"].get<std::string>() + "/enable");
  const Json hire = {{"id", "a9"}, {"fields", kAmara}};
  const Json delivery = {{"hire", hire}};
  ASSERT_EQ(two.acme.host.send("POST", url, integration::dumpJson(delivery), {}).status, 200);
  EXPECT_EQ(two.duplicatesOf(two.hire).size(), 1U);
}

TEST(DuplicateApi, FailingConnectionIsAskedOnceAList) {
  TwoConnections two;
  two.acme.setMode(two.second, "failing");
  for (const char* more : {"b1", "b2"}) two.acme.stage(two.first, more);
  EXPECT_EQ(two.acme.get("/api/new-hires")["total"], 4);
  EXPECT_EQ(two.duplicatesOf(two.hire).size(), 0U);
  const std::string log = two.acme.host.log();
  std::size_t times = 0;
  for (std::size_t at = 0; (at = log.find("doesn't say whom it holds", at)) != std::string::npos; ++at)
    ++times;
  EXPECT_EQ(times, 2U) << log;
  EXPECT_EQ(log.find("amara"), std::string::npos);
}

TEST(DuplicateApi, IsNotWaitedForLongAndNotInVainTwice) {
  TwoConnections two;
  for (const char* more : {"b1", "b2", "b3", "b4"}) two.acme.stage(two.first, more, kAmara);
  two.acme.setMode(two.second, "slow");
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(two.acme.get("/api/new-hires?state=staged&q=")["data"].size(), 6U);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(3));
  two.acme.setMode(two.second, "");
  EXPECT_TRUE(eventually([&] { return two.duplicatesOf(two.hire).size() == 1; }));
}

TEST(DuplicateApi, IsLookedForByTwoThatAskEachOtherWithoutEnd) {
  TwoConnections two;
  two.acme.setMode(two.first, "asks back");
  two.acme.setMode(two.second, "asks back");
  EXPECT_EQ(two.duplicatesOf(two.hire).size(), 1U);
  EXPECT_EQ(two.duplicatesOf(two.other).size(), 1U);
}

}  // namespace
}  // namespace host_stub_test
