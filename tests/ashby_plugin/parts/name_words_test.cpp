// Whatever the name, none of its words is lost or doubled, and it is read in time.
#include <chrono>
#include <random>

#include "mapping/name.hpp"
#include "mapping/names/characters.hpp"

namespace ashby::test {
namespace {
// -----------------------------------------------------------------------------------------------

// The words of a text, without what the split may drop: commas, quotes and brackets. In order of the
// alphabet.
std::vector<std::string> bareWords(std::string text) {
  for (const std::string mark : {",", "，", "、", "،",  "\"", "'", "(", ")", "[", "]", "{", "}", "<",
                                 ">", "（", "）", "「", "」", "“", "”", "„", "‘", "’", "«", "»"})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.replace(at, mark.size(), " ");
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; std::getline(stream, word, ' ');)
    if (!word.empty()) words.push_back(word);
  std::sort(words.begin(), words.end());
  return words;
}

// Hangul is split without a blank.
std::string bareBytes(const std::string& text) {
  std::string bytes;
  for (const std::string& word : bareWords(text)) bytes += word;
  std::sort(bytes.begin(), bytes.end());
  return bytes;
}

std::string allPartsOf(const NameSplit& split) {
  std::string all;
  for (const auto& part : {split.parts.title, split.firstName, split.middleName, split.lastName,
                           split.parts.suffix, split.parts.preferredName})
    if (part) all += *part + " ";
  return all;
}

bool isUtf8(const std::string& text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
    if (size == 0 || at + size > text.size()) return false;
    for (std::size_t i = 1; i < size; ++i)
      if ((static_cast<unsigned char>(text[at + i]) & 0xc0U) != 0x80U) return false;
    at += size;
  }
  return true;
}

void expectNothingLost(const std::string& name) {
  const NameSplit split = splitName(name);
  const std::string whole = names::cleaned(name), parts = allPartsOf(split);
  const std::vector<std::string> words = bareWords(whole);
  const bool hangul = std::any_of(words.begin(), words.end(),
                                  [](const std::string& word) { return names::traitsOf(word).hangul; });
  if (hangul) {
    EXPECT_EQ(bareBytes(parts), bareBytes(whole)) << name;
  } else {
    EXPECT_EQ(bareWords(parts), words) << name;
  }
  EXPECT_FALSE(split.parts.reason.empty()) << name;
  std::string said = parts + split.parts.reason;
  for (const integration::Issue& issue : split.issues) said += issue.message;
  for (const auto& other : split.parts.alternatives)
    for (const auto& [key, value] : other) said += value.value_or("");
  EXPECT_TRUE(isUtf8(said) || !isUtf8(name)) << name;
}

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
  for (int i = 0; i < 10000 && !HasFailure(); ++i) expectNothingLost(likelyName(random));
}

TEST(NameWords, AreEachHeldOnceInAnyScript) {
  Random random(2);
  for (int i = 0; i < 5000 && !HasFailure(); ++i) expectNothingLost(anyUtf8(random));
}

TEST(NameWords, AreEachHeldOnceOfBytesThatAreNoUtf8) {
  Random random(3);
  for (const char* name :
       {"\xff\xfe", "Nadia \xc3 Okoye", "\xed\xa0\x80 Smith", "John, Sm\xe9th", "\xc3\xa9 \xe3\x81"})
    expectNothingLost(name);
  for (int i = 0; i < 5000 && !HasFailure(); ++i) {
    std::string name = likelyName(random);
    for (std::size_t count = random() % 4; count-- > 0 && !name.empty();)
      name[random() % name.size()] = static_cast<char>(static_cast<unsigned char>(0x80 + random() % 0x80));
    expectNothingLost(name);
  }
}

TEST(NameWords, OfAnyNumberAreReadInReasonableTime) {
  for (const std::string piece :
       {"van ", "Jr. ", "Dr. ", "(a) ", "\" ", "( ", "a,", "山 ", "de y ", "\u0301", "' ", "aa."}) {
    std::string name;
    while (name.size() < 10000) name += piece;
    const auto start = std::chrono::steady_clock::now();
    expectNothingLost(name);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << piece;
  }
}

}  // namespace
}  // namespace ashby::test
