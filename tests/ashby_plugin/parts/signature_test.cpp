#include "ashby/webhook/signature.hpp"

#include <array>

#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

const std::string kSecret = "example-secret-token-not-real";
const std::array<std::string, 1> kSecrets = {kSecret};

std::string pingSignature() {
  return fixtureJson("signature_vectors.json")["vectors"]["webhook_ping"]["Ashby-Signature"]
      .get<std::string>();
}

TEST(Signature, HoldsForEveryReferenceVectorByteForByte) {
  const integration::Json vectors = fixtureJson("signature_vectors.json");
  ASSERT_EQ(vectors["secret"], kSecret);
  ASSERT_EQ(vectors["vectors"].size(), 7U);
  for (const auto& [name, vector] : vectors["vectors"].items()) {
    std::string body = fixture(name + ".raw");
    const std::string signature = vector["Ashby-Signature"].get<std::string>();
    EXPECT_EQ(body.size(), vector["bytes"].get<std::size_t>()) << name;
    EXPECT_TRUE(signatureHolds(signature, body, kSecrets)) << name;
    EXPECT_FALSE(signatureHolds(signature, body + "\n", kSecrets)) << name;
    body[body.size() / 2] ^= 1;
    EXPECT_FALSE(signatureHolds(signature, body, kSecrets)) << name;
  }
}

TEST(Signature, IsRefusedWithAnotherSecret) {
  for (const std::string& secret : {std::string("another"), kSecret + " ", std::string()})
    EXPECT_FALSE(signatureHolds(pingSignature(), fixture("webhook_ping.raw"), std::array{secret}));
}

TEST(Signature, IsRefusedInAnyOtherFormThanTheDocumentedOne) {
  const std::string body = fixture("webhook_ping.raw");
  const std::string good = pingSignature(), hex = good.substr(7);
  std::string upper = hex;
  for (char& c : upper) c = static_cast<char>(std::toupper(c));
  for (const std::string& form :
       {std::string(), hex, "sha256=" + upper, "SHA256=" + hex, "sha1=" + hex, "sha256 " + hex, " " + good,
        good + " ", good + "00", good.substr(0, good.size() - 1), std::string("sha256="),
        "sha256=" + std::string(64, '0'), good + "\n"})
    EXPECT_FALSE(signatureHolds(form, body, kSecrets)) << form;
}

TEST(Signature, OfAnyValidSecretHolds) {
  const std::string body = fixture("webhook_ping.raw");
  EXPECT_TRUE(signatureHolds(pingSignature(), body, std::array<std::string, 2>{"newer", kSecret}));
  EXPECT_TRUE(signatureHolds(pingSignature(), body, std::array<std::string, 2>{kSecret, "older"}));
  EXPECT_FALSE(signatureHolds(pingSignature(), body, std::array<std::string, 2>{"newer", "older"}));
}

TEST(Signature, IsRefusedWhereThereIsNoSecret) {
  EXPECT_FALSE(signatureHolds(pingSignature(), fixture("webhook_ping.raw"), {}));
}

TEST(Signature, CoversAnEmptyBodyToo) {
  // HMAC-SHA256 of the empty text with the key "key" (python3 -c 'import hmac; ...').
  EXPECT_TRUE(signatureHolds("sha256=5d5d139563c95b5967b9bd9a8c9b233a9dedb45072794cd232dc1b74832607d0", "",
                             std::array<std::string, 1>{"key"}));
}

}  // namespace
}  // namespace ashby::test
