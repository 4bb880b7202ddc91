// Tests that splitting loses or doubles no word of any name, and ends in time.
#include <chrono>
#include <random>

#include "support/name_words.hpp"

namespace ashby::test {
namespace {

using Random = std::mt19937;

std::string pick(Random& random, const std::vector<std::string>& from) {
  return from[random() % from.size()];
}

std::string likelyName(Random& random) {
  static const std::vector<std::string> kPieces = {"John",
                                                   "Smith",
                                                   "MARY",
                                                   "ann",
                                                   "J.",
                                                   "V",
                                                   "I",
                                                   "x",
                                                   "Dr.",
                                                   "Mr.",
                                                   "and",
                                                   "&",
                                                   "of",
                                                   "the",
                                                   "State",
                                                   "Xyz.",
                                                   "van",
                                                   "der",
                                                   "de",
                                                   "la",
                                                   "De",
                                                   "y",
                                                   "e",
                                                   "St.",
                                                   "al",
                                                   "Abdul",
                                                   "María",
                                                   "del",
                                                   "Carmen",
                                                   "Jr.",
                                                   "III",
                                                   "PhD",
                                                   "Ph.",
                                                   "D.",
                                                   "MA",
                                                   "Ma",
                                                   "Senior",
                                                   "Garcia",
                                                   "Nguyễn",
                                                   "Thị",
                                                   "Tham",
                                                   "Jun",
                                                   "O'Malley",
                                                   "Heijdanus-De",
                                                   "née",
                                                   "Inc",
                                                   "a@b.c",
                                                   "2nd",
                                                   "42",
                                                   "-",
                                                   "'",
                                                   "\"",
                                                   "(",
                                                   ")",
                                                   "(Ben)",
                                                   "\"Ben\"",
                                                   "“Ben”",
                                                   "()",
                                                   "[",
                                                   "{x}",
                                                   "<",
                                                   "（山）",
                                                   "山田",
                                                   "太郎",
                                                   "김",
                                                   "김민준",
                                                   "マイケル・ジョーダン",
                                                   "😀",
                                                   ".",
                                                   "Judge",
                                                   "King",
                                                   "Dean",
                                                   "Msc.Ed.",
                                                   "MD/PhD",
                                                   "John/Jane",
                                                   "e\u0301",
                                                   "\u0301"};
  static const std::vector<std::string> kBetween = {" ",  " ",  " ",      " ",  ", ",    ",",
                                                    "、", "\t", "\u00a0", "  ", "\u200b"};
  std::string name;
  for (std::size_t words = random() % 9; words-- > 0;) name += pick(random, kPieces) + pick(random, kBetween);
  return name;
}

std::string anyUtf8(Random& random) {
  std::string name;
  for (std::size_t size = random() % 24; size-- > 0;) {
    const unsigned ranges[][2] = {
        {0x20, 0x7f}, {0x20, 0x7f}, {0x1, 0x800}, {0x800, 0xd800}, {0xe000, 0x110000}};
    const auto& range = ranges[random() % 5];
    const unsigned unit = range[0] + static_cast<unsigned>(random() % (range[1] - range[0]));
    const auto add = [&](unsigned bits) { name += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (unit < 0x80) {
      add(unit);
    } else {
      if (unit >= 0x10000) add(0xf0 | unit >> 18);
      if (unit >= 0x10000) add(0x80 | (unit >> 12 & 0x3f));
      if (unit >= 0x800 && unit < 0x10000) add(0xe0 | unit >> 12);
      if (unit >= 0x800) add(0x80 | (unit >> 6 & 0x3f));
      if (unit < 0x800) add(0xc0 | unit >> 6);
      add(0x80 | (unit & 0x3f));
    }
    if (random() % 4 == 0) name += ' ';
  }
  return name;
}

TEST(NameWords, AreEachHeldOnceHoweverTheyArePutTogether) {
  Random random(1);
  for (int i = 0; i < 10000 && !HasFailure(); ++i) EXPECT_EQ(faultOf(likelyName(random)), "");
}

TEST(NameWords, AreEachHeldOnceInAnyScript) {
  Random random(2);
  for (int i = 0; i < 5000 && !HasFailure(); ++i) EXPECT_EQ(faultOf(anyUtf8(random)), "");
}

TEST(NameWords, AreEachHeldOnceOfBytesThatAreNoUtf8) {
  Random random(3);
  for (const char* name :
       {"\xff\xfe", "Nadia \xc3 Okoye", "\xed\xa0\x80 Smith", "John, Sm\xe9th", "\xc3\xa9 \xe3\x81"})
    EXPECT_EQ(faultOf(name), "");
  for (int i = 0; i < 5000 && !HasFailure(); ++i) {
    std::string name = likelyName(random);
    for (std::size_t count = random() % 4; count-- > 0 && !name.empty();)
      name[random() % name.size()] = static_cast<char>(static_cast<unsigned char>(0x80 + random() % 0x80));
    EXPECT_EQ(faultOf(name), "");
  }
}

TEST(NameWords, OfAnyNumberAreReadInReasonableTime) {
  for (const std::string piece :
       {"van ", "Jr. ", "Dr. ", "(a) ", "\" ", "( ", "a,", "山 ", "de y ", "\u0301", "' ", "aa."}) {
    std::string name;
    while (name.size() < 10000) name += piece;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(faultOf(name), "");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << piece;
  }
}

}  // namespace
}  // namespace ashby::test
