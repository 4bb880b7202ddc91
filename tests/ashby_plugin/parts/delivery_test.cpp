#include "ashby/webhook/delivery.hpp"

#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

Delivery delivered(const std::string& name) {
  const DeliveryOrReason read = readDelivery(fixture(name));
  if (!read.delivery) throw std::runtime_error(name + ": " + read.reason);
  return *read.delivery;
}

std::string whyNot(std::string_view body) {
  const DeliveryOrReason read = readDelivery(body);
  EXPECT_FALSE(read.delivery) << body;
  return read.reason;
}

using namespace std::string_view_literals;

TEST(Delivery, ApplicationUpdateNamesTheHire) {
  const Delivery delivery = delivered("webhook_applicationUpdate_hired.raw");
  EXPECT_EQ(delivery.action, "applicationUpdate");
  EXPECT_EQ(delivery.applicationId, kFixtureApplication);
  EXPECT_TRUE(delivery.hired);
  EXPECT_FALSE(delivery.updatedAt.empty());
  EXPECT_TRUE(delivery.concernsAHire());
}

TEST(Delivery, OfACandidateHireNamesTheSameApplication) {
  const Delivery delivery = delivered("webhook_candidateHire.raw");
  EXPECT_EQ(delivery.action, "candidateHire");
  EXPECT_EQ(delivery.applicationId, kFixtureApplication);
  EXPECT_TRUE(delivery.hired);
}

TEST(Delivery, OfAnOfferNamesItsApplicationButNoHire) {
  for (const char* name : {"webhook_offerUpdate.raw", "webhook_offerDelete.raw"}) {
    const Delivery delivery = delivered(name);
    EXPECT_EQ(delivery.applicationId, kFixtureApplication) << name;
    EXPECT_FALSE(delivery.hired) << name;
  }
}

TEST(Delivery, OfACandidateIsAboutNoApplication) {
  for (const char* name : {"webhook_candidateMerge.raw", "webhook_candidateDelete.raw"})
    EXPECT_FALSE(delivered(name).concernsAHire()) << name;
}

TEST(Delivery, OfAPingIsAPing) {
  EXPECT_TRUE(delivered("webhook_ping.raw").isPing());
  EXPECT_FALSE(delivered("webhook_ping.raw").concernsAHire());
}

TEST(Delivery, ReadsTheSamePrettyPrintedAndInAnyOrderOfKeys) {
  const Delivery delivery = delivered("webhook_candidateHire.json");
  EXPECT_EQ(delivery.applicationId, kFixtureApplication);
  const DeliveryOrReason turned = readDelivery(
      R"({"data":{"extra":[{}],"application":{"updatedAt":"2026-11-18T15:42:07.318Z","status":"Active","id":"a-1"}},"action":"applicationUpdate"})");
  ASSERT_TRUE(turned.delivery);
  EXPECT_EQ(turned.delivery->applicationId, "a-1");
  EXPECT_FALSE(turned.delivery->hired);
  EXPECT_EQ(turned.delivery->updatedAt, "2026-11-18T15:42:07.318Z");
}

TEST(Delivery, IsReadWhateverTheNumbersInItAre) {
  for (const char* number : {"222222222222222222222222222", "-9223372036854775809", "18446744073709551616",
                             "1e-400", "0.1000000000000000000000000000000000000001"}) {
    const DeliveryOrReason read = readDelivery(
        std::string(R"({"action":"candidateHire","data":{"answers":[)") + number +
        R"(],"application":{"id":"a-1","status":"Hired","updatedAt":"2026-11-18T15:42:07.318Z"},"n":)" +
        number + "}}");
    ASSERT_TRUE(read.delivery) << number << ": " << read.reason;
    EXPECT_EQ(read.delivery->applicationId, "a-1") << number;
    EXPECT_TRUE(read.delivery->hired) << number;
    EXPECT_EQ(read.delivery->updatedAt, "2026-11-18T15:42:07.318Z") << number;
  }
  EXPECT_EQ(whyNot(R"({"action":222222222222222222222222222})"), "the body has no action");
}

TEST(Delivery, WithALargeNumberIsRefusedForTheSameAsOthers) {
  const std::string begin = R"({"action":"ping","data":)", number = "222222222222222222222222222";
  for (const std::string& body : {begin + "[" + number + "}", begin + number + "} trailing",
                                  begin + "0" + number + "}", begin + number + std::string("}\0", 2)})
    EXPECT_THAT(whyNot(body), testing::StartsWith("the body is not JSON"));
  std::string deep = R"({"action":"ping","a":)" + number + R"(,"data":)";
  for (int i = 0; i < 100; ++i) deep += R"({"a":)";
  EXPECT_EQ(whyNot(deep + "1" + std::string(101, '}')), "the body is nested deeper than 64 levels");
}

TEST(Delivery, WithUnknownActionIsReadAndConcernsNoHire) {
  EXPECT_FALSE(readDelivery(R"({"action":"jobUpdate","data":{"job":{"id":"j"}}})").delivery->concernsAHire());
  EXPECT_FALSE(readDelivery(R"({"action":"jobUpdate"})").delivery->concernsAHire());
  EXPECT_FALSE(readDelivery(R"({"action":"jobUpdate","data":null})").delivery->concernsAHire());
}

TEST(Delivery, ThatCannotBeReadSaysWhyWithoutAWordOfIt) {
  EXPECT_EQ(whyNot(""), "the body is empty");
  EXPECT_EQ(whyNot("hello Nadia"), "the body is not JSON");
  EXPECT_EQ(whyNot(R"({"action":"ping")"), "the body is not JSON");
  EXPECT_EQ(whyNot(R"({"action":"ping"} trailing)"), "the body is not JSON");
  EXPECT_EQ(whyNot("{\"action\":\"p\xff\xfeng\"}"), "the body is not UTF-8");
  EXPECT_EQ(whyNot(std::string_view("\0\0", 2)), "the body is not JSON");
}

TEST(Delivery, WithExtremeNestingIsRefusedUnharmed) {
  EXPECT_EQ(whyNot(std::string(100000, '[')), "the body is not JSON");
  EXPECT_EQ(whyNot(std::string(100000, '[') + std::string(100000, ']')),
            "the body is nested deeper than 64 levels");
  std::string objects = R"({"action":"ping","data":)";
  for (int i = 0; i < 50000; ++i) objects += R"({"a":)";
  EXPECT_EQ(whyNot(objects + "1" + std::string(50001, '}')), "the body is nested deeper than 64 levels");
}

TEST(Delivery, OfAnyOtherShapeIsRefused) {
  for (const char* body : {"null", "[]", "1", "\"ping\"", "{}", R"({"action":null})", R"({"action":5})",
                           R"({"action":""})", R"({"action":["ping"]})"})
    EXPECT_EQ(whyNot(body), "the body has no action") << body;
  for (const char* application :
       {"null", "{}", "[]", R"("a")", R"({"id":null})", R"({"id":7})", R"({"id":""})"})
    whyNot(std::string(R"({"action":"applicationUpdate","data":{"application":)") + application + "}}");
  whyNot(R"({"action":"candidateHire"})");
  whyNot(R"({"action":"candidateHire","data":[]})");
}

TEST(Delivery, RefusesAnActionLongerThanAnyOfAshbys) {
  const auto body = [](std::size_t size) { return R"({"action":")" + std::string(size, 'a') + R"("})"; };
  EXPECT_TRUE(readDelivery(body(64)).delivery);
  EXPECT_EQ(whyNot(body(65)), "the body's action is longer than any of Ashby's");
}

TEST(Delivery, TakesOnlyAShortWordForAnId) {
  for (const char* id : {"77619646-b5d3-5483-b271-303e978f57d6", "a", "A_9-z"}) EXPECT_TRUE(isId(id)) << id;
  const std::string tooLong(65, 'a');
  for (const std::string_view id : {std::string_view(), "a/b"sv, "a b"sv, "a\n"sv, "..%2f"sv, "\xc3\xa9"sv,
                                    "a\0b"sv, std::string_view(tooLong)})
    EXPECT_FALSE(isId(id)) << id;
  whyNot(R"({"action":"applicationUpdate","data":{"application":{"id":"../settings","status":"Hired"}}})");
  EXPECT_FALSE(readDelivery(R"({"action":"offerUpdate","data":{"offer":{"applicationId":"a/b"}}})")
                   .delivery->concernsAHire());
}

TEST(Delivery, OfFourMebibytesIsReadToItsEnd) {
  const std::string body = R"({"action":"candidateHire","data":{"formDefinition":")" +
                           std::string(4 << 20, 'x') + R"(","application":{"id":"a","status":"Hired"}}})";
  ASSERT_TRUE(readDelivery(body).delivery);
  EXPECT_EQ(readDelivery(body).delivery->applicationId, "a");
}

}  // namespace
}  // namespace ashby::test
