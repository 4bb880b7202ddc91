// Tests properties that the table of name_cases.txt can't show: other readings, uncertain fields and reasons.
#include "person_names/name.hpp"

namespace ashby::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> alternativesOf(const std::string& name) {
  std::vector<std::string> lines;
  for (const auto& other : splitName(name).parts.alternatives)
    lines.push_back(other.at("firstName").value_or("-") + "|" + other.at("middleName").value_or("-") + "|" +
                    other.at("lastName").value_or("-"));
  return lines;
}

std::string pathsOf(const std::string& name) {
  std::string paths;
  for (const integration::Issue& issue : splitName(name).issues)
    paths += (paths.empty() ? "" : " ") + issue.path + ":" + issue.code;
  return paths;
}

TEST(Name, WithoutDoubtHasNoIssueAndNoAlternative) {
  for (const char* name : {"Nadia Okoye", "John Paul Starr", "Dr. Juan de la Vega, Jr.", "Doe, John"}) {
    EXPECT_THAT(splitName(name).issues, IsEmpty()) << name;
    EXPECT_THAT(alternativesOf(name), IsEmpty()) << name;
  }
}

TEST(Name, InDoubtOffersTheOtherReading) {
  EXPECT_THAT(alternativesOf("Rafael Nadal Parera"), ElementsAre("Rafael|-|Nadal Parera"));
  EXPECT_THAT(alternativesOf("John Smith MA"), ElementsAre("John|Smith|MA"));
  EXPECT_THAT(alternativesOf("John Doe V"), ElementsAre("John|Doe|V"));
  EXPECT_THAT(alternativesOf("Van Nguyen"), ElementsAre("-|-|Van Nguyen"));
  EXPECT_THAT(alternativesOf("Ichiro"), ElementsAre("-|-|Ichiro"));
  EXPECT_THAT(alternativesOf("Dr. Andrews"), ElementsAre("Andrews|-|-"));
  EXPECT_THAT(alternativesOf("de la Vega"), ElementsAre("de|-|la Vega"));
  EXPECT_THAT(alternativesOf("Xyz. John Smith"), ElementsAre("Xyz.|John|Smith"));
  EXPECT_THAT(alternativesOf("María del Carmen García"), ElementsAre("María|-|del Carmen García"));
  EXPECT_THAT(alternativesOf("Tham Jun Hoe"), ElementsAre("Jun Hoe|-|Tham"));
  EXPECT_THAT(alternativesOf("Nguyễn Thị Minh Khai"), ElementsAre("Khai|Thị Minh|Nguyễn"));
  EXPECT_THAT(alternativesOf("DUPONT Jean"), ElementsAre("Jean|-|DUPONT"));
  EXPECT_THAT(alternativesOf("Bruce Lee 李小龍"), ElementsAre("Bruce|-|Lee"));
  EXPECT_THAT(alternativesOf("Dr.Nadia Okoye"), ElementsAre("Nadia|-|Okoye"));
  EXPECT_THAT(alternativesOf("毛泽东"), ElementsAre("泽东|-|毛"));
  EXPECT_THAT(alternativesOf("山田太郎"), ElementsAre("太郎|-|山田"));
  EXPECT_THAT(alternativesOf("John and Jane Smith"), ElementsAre("John|-|Smith", "Jane|-|Smith"));
  EXPECT_THAT(alternativesOf("nadia.okoye@example.com"), ElementsAre("Nadia|-|Okoye"));
  EXPECT_THAT(alternativesOf("Nadia 🎉 Okoye"), ElementsAre("Nadia|-|Okoye"));
}

TEST(Name, OfAnotherOrderOffersThePlainReading) {
  EXPECT_THAT(alternativesOf("Ivanov Ivan Ivanovich"), ElementsAre("Ivanov|Ivan|Ivanovich"));
  EXPECT_THAT(alternativesOf("Jean DUPONT MARTIN"), ElementsAre("Jean|DUPONT|MARTIN"));
  EXPECT_THAT(alternativesOf("Mohamad Zein El Dine"), ElementsAre("Mohamad|Zein|El Dine"));
  EXPECT_THAT(alternativesOf("太郎 山田"), ElementsAre("山田|-|太郎"));
  EXPECT_THAT(alternativesOf("민준 김"), ElementsAre("김|-|민준"));
  EXPECT_THAT(alternativesOf("John Smith, LEED AP"), ElementsAre("LEED AP|-|John Smith"));
  EXPECT_THAT(alternativesOf("Smith Jones, Esther"), ElementsAre("Smith|-|Jones"));
}

TEST(Name, ThatMayBeATitleOrSuffixOffersBoth) {
  EXPECT_THAT(alternativesOf("Maj Vinberg"), Contains("Maj|-|Vinberg"));
  EXPECT_THAT(alternativesOf("Maj Anna Vinberg"), ElementsAre("Maj|Anna|Vinberg"));
  EXPECT_THAT(alternativesOf("Mr. and Mrs. John Roe"), ElementsAre("-|-|Roe"));
  EXPECT_THAT(alternativesOf("John/Jane Roe"), ElementsAre("John|-|Roe", "Jane|-|Roe"));
  EXPECT_THAT(alternativesOf("John Esquire"), ElementsAre("John|-|-"));
  EXPECT_THAT(alternativesOf("Person Acca"), ElementsAre("Person|-|-"));
  EXPECT_THAT(alternativesOf("Chidi Mba"), ElementsAre("Chidi|-|-"));
  EXPECT_THAT(alternativesOf("alex ben johnson"), ElementsAre("alex|-|ben johnson", "Alex|Ben|Johnson"));
  EXPECT_THAT(alternativesOf("Doe, John. A. Kenneth"), ElementsAre("John.|A. Kenneth|Doe"));
  EXPECT_THAT(alternativesOf("Smith John A"), ElementsAre("John|A|Smith"));
}

TEST(Name, DamagedOffersTheRepairedName) {
  EXPECT_THAT(alternativesOf("BjÃ¶rn MÃ¼ller"), ElementsAre("Björn|-|Müller"));
  EXPECT_THAT(alternativesOf("Se&aacute;n Byrne"), ElementsAre("Seán|-|Byrne"));
  EXPECT_THAT(alternativesOf("Se&#225;n O&#39;Neill"), Contains("Seán|-|O'Neill"));
  EXPECT_THAT(alternativesOf("JosÃƒÂ© Roe"), Contains("José|-|Roe"));
  EXPECT_THAT(alternativesOf("Smith; Anna"), ElementsAre("Anna|-|Smith"));
  for (const char* name : {"Jos\xef\xbf\xbd Garc\xef\xbf\xbd"
                           "a",
                           "Jos? Garc?a", "Jos\xc2\x82 Roe", "Jos\xe9 Roe", "Zo_ Hart"})
    EXPECT_EQ(pathsOf(name), "firstName:uncertain") << name;
}

TEST(Name, UnsureBracketOffersThePreferredName) {
  const auto offered = [](const char* name) {
    const auto others = splitName(name).parts.alternatives;
    return others.empty() ? "" : others[0].at("preferredName").value_or("");
  };
  EXPECT_EQ(offered("Ines Marlow (London)"), "London");
  EXPECT_EQ(offered("William Roe (Bill)"), "Bill");
  EXPECT_EQ(offered("Ana &quot;Nina&quot; Ferrán"), "Nina");
  EXPECT_EQ(splitName("Jonathan Roe (Jon)").parts.preferredName, "Jon");
}

TEST(Name, AllInOneCaseOffersTheUsualSpelling) {
  EXPECT_THAT(alternativesOf("EUGENE L. NATH,JR."), ElementsAre("Eugene|L.|Nath"));
  EXPECT_THAT(alternativesOf("BJÖRN O'MALLEY-MUÑOZ"), ElementsAre("Björn|-|O'Malley-Muñoz"));
  EXPECT_THAT(alternativesOf("ronald mcdonald"), ElementsAre("Ronald|-|McDonald"));
  EXPECT_THAT(alternativesOf("JAN VAN DER BERG"), ElementsAre("Jan|-|van der Berg"));
  EXPECT_THAT(alternativesOf("j.r.r. tolkien"), ElementsAre("J.R.R.|-|Tolkien"));
  EXPECT_THAT(alternativesOf("naomi ng'ang'a"), ElementsAre("Naomi|-|Ng'ang'a"));
}

TEST(Name, TellsWhichFieldIsInDoubt) {
  EXPECT_EQ(pathsOf("Ichiro"), "lastName:uncertain");
  EXPECT_EQ(pathsOf("Dr. Andrews"), "firstName:uncertain");
  EXPECT_EQ(pathsOf("Rafael Nadal Parera"), "lastName:uncertain");
  EXPECT_EQ(pathsOf("Acme, Inc."), "lastName:uncertain");
  EXPECT_EQ(pathsOf("EUGENE NATH"), "firstName:uncertain");
  EXPECT_EQ(pathsOf("Ines Marlow (London)"), "preferredName:uncertain");
}

TEST(Name, SaysWhyItIsSplitSo) {
  const auto reason = [](const char* name) { return splitName(name).parts.reason; };
  EXPECT_EQ(reason("Nadia Okoye"), "first word given, last word family");
  EXPECT_THAT(reason("Dr. Juan de la Vega, Jr."),
              AllOf(HasSubstr("particles"), HasSubstr("title: Dr."), HasSubstr("suffix: Jr.")));
  EXPECT_THAT(reason("Doe, John"), HasSubstr("comma"));
  EXPECT_THAT(reason("Benjamin (Ben) Franklin"), HasSubstr("preferred name"));
  EXPECT_EQ(reason(" \t"), "Ashby holds no name");
}

}  // namespace
}  // namespace ashby::test
