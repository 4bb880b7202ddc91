#include <gmock/gmock.h>

#include <array>

#include "integration/crypto/hash.hpp"
#include "integration/crypto/hex.hpp"
#include "integration/crypto/secret_text.hpp"
#include "integration/crypto/time_ordered_id.hpp"

namespace integration {
namespace {

// By sha256sum, and by openssl dgst -hmac.
TEST(Hash, IsTheOneOfOtherPrograms) {
  EXPECT_EQ(toHex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(toHex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  // RFC 4231, test cases 2 and 6: a key that is longer than a block is hashed first.
  EXPECT_EQ(toHex(hmacSha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(
      toHex(hmacSha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(Hash, IsComparedWhole) {
  EXPECT_TRUE(equalInConstantTime("", ""));
  EXPECT_TRUE(equalInConstantTime("abc", "abc"));
  for (const char* other : {"", "ab", "abcd", "xbc", "abx"}) EXPECT_FALSE(equalInConstantTime("abc", other));
}

TEST(TimeOrderedId, SortsByItsTime) {
  const std::array<std::uint8_t, 3> low{0, 0, 1}, high{0xff, 0xff, 0xff};
  EXPECT_EQ(timeOrderedId(1'795'000'000'000, low), "01a1ee565e00000001");
  EXPECT_LT(timeOrderedId(1, high), timeOrderedId(2, low));
  EXPECT_LT(timeOrderedId(0xff, high), timeOrderedId(0x100, low));
  EXPECT_LT(timeOrderedId(2), timeOrderedId(2, low)) << "a bound of the ids of that time";
  EXPECT_LT(timeOrderedId(1, high), timeOrderedId(2));
}

// Reads all memory of the text, also behind its end.
std::string memoryOf(const std::string& text) {
  return {text.data(), text.capacity()};
}

TEST(Wipe, LeavesNothingOfAShortOrALongText) {
  for (const std::string& secret : {std::string("short"), std::string(200, 's')}) {
    std::string text = secret;
    text.resize(secret.size() - 2);  // the rest stays behind the end
    wipe(text);
    EXPECT_EQ(text, "");
    EXPECT_THAT(memoryOf(text), testing::Each('\0'));
  }
}

TEST(SecretText, LeavesNothingInWhatItIsMadeOf) {
  for (const std::string& secret : {std::string("short"), std::string(200, 's')}) {
    std::string given = secret;
    SecretText text(std::move(given));
    EXPECT_EQ(text.view(), secret);
    EXPECT_THAT(memoryOf(given), testing::Each('\0'));  // NOLINT(bugprone-use-after-move)
    const SecretText moved(std::move(text));
    EXPECT_EQ(moved.view(), secret);
  }
}

TEST(SecretText, GrowsByWhatIsAppended) {
  SecretText text;
  std::string expected;
  for (const std::size_t size : {3U, 10U, 0U, 40U, 500U}) {
    text.append(std::string(size, 'x'));
    expected.append(size, 'x');
    EXPECT_EQ(text.view(), expected);
  }
}

}  // namespace
}  // namespace integration
