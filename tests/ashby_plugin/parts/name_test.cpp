#include "mapping/name.hpp"

namespace ashby::test {
namespace {

std::string split(const std::string& name) {
  const NameSplit parts = splitName(name);
  return parts.firstName.value_or("-") + "|" + parts.middleName.value_or("-") + "|" +
         parts.lastName.value_or("-");
}

TEST(Name, IsGivenFirstAndFamilyLastWithTheRestBetween) {
  EXPECT_EQ(split("Nadia Okoye"), "Nadia|-|Okoye");
  EXPECT_EQ(split("John Paul George Starr"), "John|Paul George|Starr");
  EXPECT_EQ(split("J. R. R. Tolkien"), "J.|R. R.|Tolkien");
}

TEST(Name, KeepsParticlesWithTheFamilyName) {
  EXPECT_EQ(split("Björn Charles van der O'Malley"), "Björn|Charles|van der O'Malley");
  EXPECT_EQ(split("Rafael Sousa dos Anjos"), "Rafael|Sousa|dos Anjos");
  EXPECT_EQ(split("Ludwig van Beethoven"), "Ludwig|-|van Beethoven");
}

TEST(Name, DoesNotTakeTheFirstWordForAParticle) {
  EXPECT_EQ(split("Van Nguyen"), "Van|-|Nguyen");
  EXPECT_EQ(split("al Yankovic"), "al|-|Yankovic");
}

TEST(Name, KeepsHyphensApostrophesAccentsAndCase) {
  EXPECT_EQ(split("Zoë O'Malley-Muñoz"), "Zoë|-|O'Malley-Muñoz");
  EXPECT_EQ(split("EUGENE NATH"), "EUGENE|-|NATH");
}

TEST(Name, CollapsesWhiteSpaceOfAnyScript) {
  EXPECT_EQ(split("  Nadia \t\r\n Okoye "), "Nadia|-|Okoye");
  EXPECT_EQ(split("Nadia\xc2\xa0Okoye"), "Nadia|-|Okoye");
  EXPECT_EQ(split("山田\xe3\x80\x80太郎"), "山田|-|太郎");
  EXPECT_EQ(split("Nadia\xe2\x80\xafOkoye"), "Nadia|-|Okoye");
}

TEST(Name, OfOneWordIsAFirstNameAndFlagged) {
  const NameSplit parts = splitName("Ichiro");
  EXPECT_EQ(parts.firstName, "Ichiro");
  EXPECT_EQ(parts.lastName, std::nullopt);
  ASSERT_EQ(parts.issues.size(), 1U);
  EXPECT_EQ(parts.issues[0].path, "lastName");
  EXPECT_EQ(parts.issues[0].code, "uncertain");
}

TEST(Name, OfNothingButBlanksIsEmpty) {
  EXPECT_EQ(split(""), "-|-|-");
  EXPECT_EQ(split(" \t\xc2\xa0 "), "-|-|-");
}

TEST(Name, HoldsEveryWordOfTheInputOnceWhateverItIs) {
  for (const char* name :
       {"Dr Nadia van Okoye Jr.", "van der", "de la Vega", "a b c d e f", "😀 x", "Smith, John", "\xff\xfe"}) {
    const NameSplit parts = splitName(name);
    std::string joined;
    for (const auto& part : {parts.firstName, parts.middleName, parts.lastName})
      if (part) joined += (joined.empty() ? "" : " ") + *part;
    EXPECT_EQ(joined, name);
    EXPECT_FALSE(parts.parts.reason.empty());
  }
}

}  // namespace
}  // namespace ashby::test
