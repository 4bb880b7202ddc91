// Tests how text is folded for searching and sorting.
#include "integration/text/folding.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "integration/text/collation.hpp"

namespace integration {
namespace {

struct Alike {
  const char *written, *searched;
};

constexpr Alike kAlike[] = {{"Íris Díaz", "DÍAZ"},
                            {"Íris Díaz", "iris diaz"},
                            {"Íris Díaz", "Díaz, Íris"},
                            {"Íris Díaz", "Díaz Íris"},
                            {"Íris Díaz", "I\xcc\x81ris"},  // decomposed
                            {"Özgür Şahin", "şahin"},
                            {"Özgür Şahin", "sahin"},
                            {"Özgür Şahin", "ÖZGÜR"},
                            {"Jürgen Groß", "GROSS"},
                            {"Joann Lee", "joann  lee"},
                            {"Joann Lee", "Lee, Joann"},
                            {"Joann Lee", "Lee\xc2\xa0Joann"},  // a no-break space
                            {"Ayşe IŞIK", "ışık"},
                            {"Ayşe IŞIK", "isik"},
                            {"Łukasz Wójcik", "lukasz wojcik"},
                            {"Søren Kierkegaard", "SOREN"},
                            {"Nguyễn Thị Minh", "nguyen thi minh"},
                            {"Siobhán O’Brien", "o'brien"},
                            {"Siobhán O’Brien", "OBRIEN"},
                            {"Jean-Luc Picard", "jean luc"},
                            {"Ｎａｄｉａ Okoye", "nadia"},
                            {"Ελένη Παπαδοπούλου", "ελενη"},
                            {"山田 太郎", "太郎"},
                            {"Na\u00addia Okoye", "nadia"},  // a soft hyphen
                            {"Nadia Okoye", "oko\u200bye"},
                            {"\u200fNadia\u200e Okoye", "Nadia"},
                            {"علی\u200cرضا", "علیرضا"}};

struct Apart {
  const char *written, *searched;
};

constexpr Apart kApart[] = {{"Joann Lee", "Ann Lee"}, {"Joann Lee", "Lee Lee"}, {"Joann Lee", "L"},
                            {"Joann Lee", ""},        {"Joann Lee", " , "},     {"がく", "かく"}};

TEST(Folding, FindsWholeWordsInAnyOrder) {
  for (const auto& [written, searched] : kAlike)
    EXPECT_TRUE(hasWords(foldedWords(written), foldedWords(searched))) << written << " / " << searched;
}

TEST(Folding, FindsNoPartsOfWords) {
  for (const auto& [written, searched] : kApart)
    EXPECT_FALSE(hasWords(foldedWords(written), foldedWords(searched))) << written << " / " << searched;
}

TEST(Folding, ReadsDamagedText) {
  EXPECT_NO_THROW(
      (void)foldedWords("D\xed"
                        "az \xff"));
  EXPECT_THAT(foldedWords("Ann \xff"), testing::Contains("ann"));
}

TEST(CaseFolding, KeepsAccentsAndSigns) {
  EXPECT_EQ(caseFolded("Zürich"), caseFolded("ZÜRICH"));
  EXPECT_EQ(caseFolded("Zürich"), caseFolded("Zu\xcc\x88rich"));
  EXPECT_NE(caseFolded("Zürich"), caseFolded("Zurich"));
  EXPECT_NE(caseFolded("C++"), caseFolded("C"));
}

TEST(Collation, OrdersNamesAsPeopleLookForThem) {
  const std::vector<std::string> sorted = {"Ångström", "de Vries", "Díaz", "Émile", "Evans", "Frost",
                                           "Garcia",   "Groß",     "IŞIK", "Lee",   "Öberg", "O'Brien",
                                           "Quist",    "Şahin",    "Zhou", "Łukasz"};
  std::vector<std::string> keyed = sorted;
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return sortKey(a) < sortKey(b); });
  EXPECT_THAT(
      keyed, testing::ElementsAre("Ångström", "de Vries", "Díaz", "Émile", "Evans", "Frost", "Garcia", "Groß",
                                  "IŞIK", "Lee", "Łukasz", "O'Brien", "Öberg", "Quist", "Şahin", "Zhou"));
}

TEST(Collation, LeavesCaseAside) {
  EXPECT_EQ(sortKey("Young"), sortKey("young"));
  EXPECT_NE(sortKey("Emile"), sortKey("Émile"));
}

}  // namespace
}  // namespace integration
